package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.Cap;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A stream grows and nothing was ever removed from it. */
@AutoService(StreamRule.class)
public final class UnboundedStream implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.unbounded",
          "UNBOUNDED_STREAM",
          Severity.MEDIUM,
          "Nothing limits the length of a stream",
          "A stream is an append-only log: acknowledging removes nothing, and without MAXLEN, MINID"
              + " or XTRIM it grows until the server's memory ends.",
          "Add MAXLEN ~ <n> (or MINID ~) to every XADD; ~ trims whole nodes and costs next to"
              + " nothing.");

  /** A shorter stream may be one that only fills up to its cap; caps below are rare. */
  private static final long YOUNG = 1_000;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    boolean provenByCode = Boolean.FALSE.equals(view.knowledge().capped(view.name()));
    Cap cap = view.strict() ? view.cap() : view.track().cap();
    if (cap != Cap.UNCAPPED || view.cap() == Cap.CAPPED) {
      return;
    }
    if (view.stream().length() >= YOUNG || provenByCode || view.strict()) {
      out.accept(
          StreamDraft.of(INFO, view)
              .title(view.name() + " has no cap: " + view.stream().length() + " entries so far")
              .hypothesis(
                  "Every entry ever added is still there ("
                      + view.stream().length()
                      + ", about "
                      + Math.round(view.track().perMinute())
                      + " more a minute): no XADD limits the stream and nothing trims it.")
              .recommendation(
                  "Write to "
                      + view.name()
                      + " with XADD … MAXLEN ~ <n>, n above what the slowest group may fall"
                      + " behind."));
    }
  }
}
