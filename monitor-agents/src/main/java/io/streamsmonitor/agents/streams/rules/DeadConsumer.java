package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupTrack;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.Samples;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.StreamId;
import java.util.function.Consumer;

/** Work waits for a group and nobody is there to do it. */
@AutoService(StreamRule.class)
public final class DeadConsumer implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.dead-consumer",
          "DEAD_CONSUMER",
          Severity.CRITICAL,
          "A consumer group has no living consumer",
          "No active consumer (the specification's table) with work waiting loses nothing yet, but"
              + " nothing is done. Idle time alone proves nothing: it grows while a healthy"
              + " consumer blocks, and 7.0 does not list a new blocked one at all.",
          "Start the service that reads with this group; when the group is left over, remove it"
              + " with XGROUP DESTROY.");

  private static final int LOOKS = 2;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (GroupView group : view.groups()) {
      boolean waiting = group.surelyBehind(0) || group.now().pending() > 0;
      if (view.strict() ? group.now().consumerCount() == 0 : waiting && dead(view, group)) {
        out.accept(
            StreamDraft.of(INFO, view, group)
                .title("Nobody consumes " + view.name() + " for group " + group.name())
                .hypothesis(hypothesis(group))
                .recommendation(
                    "Start the service that reads "
                        + view.name()
                        + " with group "
                        + group.name()
                        + "; if nothing does, remove it: XGROUP DESTROY "
                        + StreamDraft.quoted(view.name())
                        + " "
                        + StreamDraft.quoted(group.name())
                        + "."));
      }
    }
  }

  private static boolean dead(StreamView view, GroupView group) {
    long patience = group.track().patienceMs(view.limits().pendingAge().toMillis());
    boolean waitedLong = view.only() && waitedMs(view, group) > patience;
    if (group.now().consumerCount() == 0) {
      return waitedLong || group.track().looksAbandoned() >= LOOKS;
    }
    // With unread entries a blocked reader would wake at once: an old sign of life means none is.
    Samples samples = group.track().samples();
    boolean still = samples.size() >= LOOKS && samples.rise(GroupTrack.POSITION, 1) == 0;
    return (waitedLong || still) && group.surelyBehind(0) && group.leastIdleMs() > patience;
  }

  /** Since when the oldest unread entry waits; -1 where its id does not tell. */
  private static long waitedMs(StreamView view, GroupView group) {
    StreamId next = group.now().lag() == null ? null : group.now().lag().next();
    return next == null ? -1 : next.ageMs(view.now().toEpochMilli());
  }

  private static String hypothesis(GroupView group) {
    String work = group.lag() + " unread and " + group.now().pending() + " pending entries wait.";
    return group.now().consumerCount() == 0
        ? "The group has no consumer at all: its service never started, or reads with another group"
            + " name; "
            + work
        : "All "
            + group.now().consumerCount()
            + " consumers are ghosts: the last one was active "
            + StreamDraft.time(group.leastIdleMs())
            + " ago; "
            + work;
  }
}
