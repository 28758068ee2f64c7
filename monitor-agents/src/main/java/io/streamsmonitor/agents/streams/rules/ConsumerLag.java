package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.agents.streams.Trend;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.StreamId;
import java.util.Locale;
import java.util.function.Consumer;

/** A group has more unread entries than it may. */
@AutoService(StreamRule.class)
public final class ConsumerLag implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.consumer-lag",
          "CONSUMER_LAG",
          Severity.CRITICAL,
          "A consumer group is far behind its stream",
          "More than 100 unread entries (the specification's table) are work that nobody has begun."
              + " The lag is resolved from ids and counts, because the server's own is NULL or"
              + " wrong after XDEL, trimming or a group made at $.",
          "Add consumers to the group or make its handler faster; see whether the group reads at"
              + " all before scaling it.");

  /** A backlog that takes longer to work off excuses nothing. */
  private static final long LONGEST_DRAIN_MS = 5 * 60_000;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (GroupView group : view.groups()) {
      if (!group.surelyBehind(view.limits().lag())) {
        continue;
      }
      Trend trend = group.trend();
      Draft draft =
          StreamDraft.of(INFO, view, group)
              .title(
                  "Group "
                      + group.name()
                      + " is "
                      + group.lag()
                      + " entries behind on "
                      + view.name())
              .detail("trend", trend.state().name())
              .hypothesis(hypothesis(view, group));
      Long eta = trend.etaMs();
      if (eta != null) {
        draft.detail("etaMs", eta);
        if (!view.strict() && eta <= LONGEST_DRAIN_MS) {
          draft.resolved("draining: gone in about " + StreamDraft.time(eta) + " at this pace");
        }
      }
      out.accept(draft);
    }
  }

  private static String hypothesis(StreamView view, GroupView group) {
    String pace = String.format(Locale.ROOT, "%+.0f entries a minute", group.trend().perMinute());
    return switch (group.trend().state()) {
          case STOP ->
              "The group stopped: its read position does not move and no consumer shows itself; the"
                  + " service is down, blocked, or reads with another group name";
          case STALL ->
              "Consumers are there but the read position does not move: the handler hangs, or they"
                  + " only re-read what is pending";
          case WARN ->
              "The group reads, but slower than entries arrive ("
                  + pace
                  + "): the handler is too slow or there are too few consumers";
          case REWIND -> "The read position went back (XGROUP SETID): entries are read again";
          case DRAINING -> "A backlog that the group works off (" + pace + ")";
          case OK, UNKNOWN ->
              group.consumers().isEmpty()
                  ? "No consumer of the group was seen"
                  : "A backlog from before, or a burst; the trend shows with the next looks";
        }
        + behind(view, group)
        + ".";
  }

  private static String behind(StreamView view, GroupView group) {
    StreamId next = group.now().lag() == null ? null : group.now().lag().next();
    long age = next == null ? -1 : next.ageMs(view.now().toEpochMilli());
    return age < 0
        ? ""
        : "; the oldest unread entry was produced " + StreamDraft.time(age) + " ago";
  }
}
