package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.util.function.Consumer;

/** A stream that nobody writes and nobody reads. */
@AutoService(StreamRule.class)
public final class OrphanedStream implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.orphaned",
          "ORPHANED_STREAM",
          Severity.LOW,
          "A stream is neither written nor read",
          "Five minutes without an addition, a delivery or an acknowledgement, and no consumer that"
              + " showed itself: left over, or its services are down. Shorter windows cannot tell.",
          "Remove it (UNLINK) if no service knows it any more.");

  private static final Duration WINDOW = Duration.ofMinutes(5);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    boolean unwritten = !view.track().lastWritten().plus(WINDOW).isAfter(view.now());
    boolean unread = !view.track().lastRead().plus(WINDOW).isAfter(view.now());
    boolean deserted =
        view.groups().stream()
            .allMatch(g -> g.leastIdleMs() < 0 || g.leastIdleMs() >= WINDOW.toMillis());
    if (unwritten && unread && deserted) {
      out.accept(
          StreamDraft.of(INFO, view)
              .title(view.name() + " was neither written nor read for 5 minutes")
              .hypothesis(
                  "Left over from an earlier version or a test, or its services are not running; "
                      + view.stream().length()
                      + " entries stay in memory."));
    }
  }
}
