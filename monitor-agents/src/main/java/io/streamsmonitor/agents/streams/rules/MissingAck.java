package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupTrack;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.Samples;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamTrack;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A group reads and does not acknowledge. */
@AutoService(StreamRule.class)
public final class MissingAck implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.missing-ack",
          "MISSING_ACK",
          Severity.HIGH,
          "A group reads without acknowledging",
          "Pending entries that only ever rise (the specification's table) are delivered again at"
              + " the next restart, all of them, and hold memory until then.",
          "Call XACK after the work is done, on every path that handles an entry.");

  private static final int RISES = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (GroupView group : view.groups()) {
      if (group.now().pending() == 0) {
        continue;
      }
      Samples samples = group.track().samples();
      boolean holds =
          view.strict()
              ? samples.risesInARow(GroupTrack.PENDING) > view.limits().growthPolls()
                  && view.track().samples().rise(StreamTrack.LENGTH, RISES) <= 0
              : samples.risesSinceFall(GroupTrack.PENDING) >= RISES && nothingAcknowledged(samples);
      if (holds) {
        int intervals = samples.intervalsSinceFall(GroupTrack.PENDING);
        out.accept(
            StreamDraft.of(INFO, view, group, group.waiting())
                .title(
                    "Group "
                        + group.name()
                        + " reads "
                        + view.name()
                        + " and acknowledges nothing: "
                        + group.now().pending()
                        + " pending")
                .hypothesis(
                    "Pending rose by "
                        + samples.rise(GroupTrack.PENDING, intervals)
                        + " in "
                        + intervals
                        + " polls and not one entry was acknowledged: XACK is missing, or uses"
                        + " another group or stream name.")
                .recommendation(
                    "Call XACK "
                        + StreamDraft.quoted(view.name())
                        + " "
                        + StreamDraft.quoted(group.name())
                        + " <id> after the work is done, on every path that handles an entry."));
      }
    }
  }

  private static boolean nothingAcknowledged(Samples samples) {
    int intervals = samples.intervalsSinceFall(GroupTrack.PENDING);
    long acked = samples.rise(GroupTrack.ACKED, intervals);
    return acked <= 0;
  }
}
