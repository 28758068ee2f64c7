package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.agents.streams.Waiting;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Entries were delivered long ago and never acknowledged. */
@AutoService(StreamRule.class)
public final class StuckMessage implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.stuck-message",
          "STUCK_MESSAGE",
          Severity.HIGH,
          "Entries wait too long for their acknowledgement",
          "An entry pending for more than 30 s (the specification's table) is work begun and not"
              + " done. Its age counts from the first delivery: a re-claim loop resets the idle"
              + " time for ever.",
          "Look at the consumer that holds it; take over with XAUTOCLAIM after a deadline, and put"
              + " away what cannot be handled.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    long limit = view.limits().pendingAge().toMillis();
    for (GroupView group : view.groups()) {
      List<Waiting> stuck = group.waiting().stream().filter(e -> e.ageMs() > limit).toList();
      if (!stuck.isEmpty()) {
        Waiting oldest = stuck.stream().max(Comparator.comparingLong(Waiting::ageMs)).orElseThrow();
        out.accept(
            StreamDraft.of(INFO, view, group, stuck)
                .title(
                    stuck.size()
                        + (stuck.size() == 1 ? " entry waits" : " entries wait")
                        + " for an acknowledgement by group "
                        + group.name()
                        + ", the oldest for "
                        + StreamDraft.time(oldest.ageMs()))
                .hypothesis(hypothesis(view, group, stuck, oldest))
                .recommendation(
                    "Find out why "
                        + holders(stuck)
                        + " does not acknowledge on "
                        + view.name()
                        + "; take over with XAUTOCLAIM "
                        + StreamDraft.quoted(view.name())
                        + " "
                        + StreamDraft.quoted(group.name())
                        + " <consumer> "
                        + limit
                        + " 0-0 in a living consumer."));
      }
    }
  }

  private static String hypothesis(
      StreamView view, GroupView group, List<Waiting> stuck, Waiting oldest) {
    long limit = view.limits().pendingAge().toMillis();
    if (oldest.idleMs() < limit) {
      return "A re-claim loop: the entry is delivered again and again (last "
          + StreamDraft.time(oldest.idleMs())
          + " ago) and never acknowledged.";
    }
    long ghosts = stuck.stream().filter(e -> e.payloadGone() || trimmed(view, e)).count();
    if (oldest.payloadGone() || trimmed(view, oldest)) {
      return "Ghost entries ("
          + ghosts
          + " of those looked at): trimming or XDEL removed their payload while they were pending,"
          + " so they can be acknowledged but never handled.";
    }
    if (group.leastIdleMs() >= limit) {
      return "The holder "
          + holders(stuck)
          + " has not been active for "
          + StreamDraft.time(group.leastIdleMs())
          + ": it died or hangs, and nobody takes its entries over.";
    }
    if (left(group, stuck, limit)) {
      return "Left behind by "
          + holders(stuck)
          + " while others of the group read on: whoever held these entries is gone, and nobody"
          + " takes them over.";
    }
    return group.track().pel().gone() > 0
        ? "Other entries are acknowledged meanwhile: a slow handler, or these entries failed without"
            + " an XACK."
        : "The group reads but nothing was seen acknowledged: the handler hangs, or XACK is missing"
            + " on this path.";
  }

  /** Whether none of those who hold the entries has shown itself for long, and others have. */
  private static boolean left(GroupView group, List<Waiting> stuck, long limit) {
    Set<Name> holders = stuck.stream().map(Waiting::consumer).collect(Collectors.toSet());
    return group.consumers().stream()
        .filter(c -> holders.contains(c.name()))
        .allMatch(c -> c.idleMs() >= 2 * limit);
  }

  private static boolean trimmed(StreamView view, Waiting entry) {
    StreamId first = view.stream().firstId();
    return first != null && entry.id().compareTo(first) < 0;
  }

  private static String holders(List<Waiting> stuck) {
    return stuck.stream()
        .map(e -> e.consumer().display())
        .distinct()
        .sorted()
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
