package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A group that was read is not there any more. */
@AutoService(StreamRule.class)
public final class GroupGone implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.group-gone",
          "NO_CONSUMER_GROUP",
          Severity.HIGH,
          "A consumer group that was in use is gone",
          "XGROUP DESTROY, DEL or FLUSHALL took its read position and its pending entries: each"
              + " read fails with NOGROUP until somebody creates it again, at a position that has"
              + " to be chosen.",
          "Create the group again, from the id of the last entry that was handled (from 0 where"
              + " handling twice does no harm); let consumers create it on NOGROUP, with MKSTREAM.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (String group : view.goneGroups()) {
      out.accept(
          StreamDraft.of(INFO, view)
              .group(group)
              .title("Group " + group + " of stream " + view.name() + " is gone")
              .hypothesis(
                  "Consumers read with it at an earlier look: somebody destroyed the group, or"
                      + " deleted the stream with all its groups."));
    }
  }
}
