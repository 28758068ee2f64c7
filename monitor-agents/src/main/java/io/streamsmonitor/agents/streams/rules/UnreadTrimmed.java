package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Trimming took entries that a group had not read. */
@AutoService(StreamRule.class)
public final class UnreadTrimmed implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.unread-trimmed",
          "CONSUMER_LAG",
          Severity.HIGH,
          "Trimming removed entries that a group had not read",
          "The stream's first entry is beyond the group's read position and entries between the two"
              + " are gone: the group will never get them, its lag even falls, and no error is"
              + " raised anywhere.",
          "Give MAXLEN or MINID room for the longest outage of the slowest group, or make the group"
              + " keep up; read the lost entries from where they came from.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (GroupView group : view.groups()) {
      long lost = group.track().loss().lost();
      if (lost > 0) {
        out.accept(
            StreamDraft.of(INFO, view, group)
                .title(
                    "Group "
                        + group.name()
                        + " lost unread entries of "
                        + view.name()
                        + " to trimming: "
                        + lost
                        + " or more")
                .detail("lostEntries", lost)
                .hypothesis(
                    "The stream is trimmed to about "
                        + view.stream().length()
                        + " entries while the group stands at "
                        + group.now().lastDelivered()
                        + "; what lay between was removed unread."));
      }
    }
  }
}
