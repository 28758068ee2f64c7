package io.streamsmonitor.report.flow;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says where a flow is broken. What happened in the last seconds of the window is no fault: the
 * rest may simply not have happened yet. What Redis proves to be done is not called missing, only
 * unlogged.
 */
final class FlowJudge {
  private final StreamReaders readers;
  private final Set<String> loggingGroups;
  private final Set<String> acking;
  private final Map<String, Long> unlogged = new TreeMap<>();
  private @Nullable Instant lastCall;
  private boolean undecided;

  /**
   * A judge.
   *
   * @param loggingGroups stream and group of every reading that was logged so far
   * @param acking service and stream of every acknowledgement that was logged so far
   */
  FlowJudge(StreamReaders readers, Set<String> loggingGroups, Set<String> acking) {
    this.readers = readers;
    this.acking = acking;
    this.loggingGroups = loggingGroups;
  }

  /** The flow; {@code until} is when the last seconds begin, null where nothing tells. */
  EventFlow flow(String id, List<LifecycleEvent> events, @Nullable Instant until) {
    undecided = false;
    List<LifecycleEvent> ordered = CausalOrder.of(events, e -> e);
    List<Flaw> flaws = flaws(ordered, until);
    return new EventFlow(id, ordered, flaws, flaws.isEmpty() && undecided);
  }

  private List<Flaw> flaws(List<LifecycleEvent> events, @Nullable Instant until) {
    lastCall = until;
    List<Flaw> flaws = new ArrayList<>();
    Map<String, List<LifecycleEvent>> messages = new LinkedHashMap<>();
    for (LifecycleEvent e : events) {
      messages
          .computeIfAbsent(e.stream() + '\u0001' + e.messageId(), k -> new ArrayList<>())
          .add(e);
    }
    messages.values().forEach(message -> judge(message, flaws));
    boolean published = events.stream().anyMatch(e -> e.kind() == Lifecycle.PUBLISH);
    boolean reached = events.stream().anyMatch(e -> e.kind() != Lifecycle.PUBLISH);
    LifecycleEvent first = events.get(0);
    if (published && !reached && !flaws.isEmpty() && first.correlationId() != null) {
      flaws.add(
          new Flaw(
              FlawKind.NEVER_REACHED,
              first.stream(),
              first.service(),
              text(first.messageId()),
              "the correlation id appears in " + first.service() + " and in no consumer's log"));
    }
    return flaws;
  }

  /** What was done by Redis' account and never logged, with how often. */
  List<String> unlogged() {
    return unlogged.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList();
  }

  private void judge(List<LifecycleEvent> message, List<Flaw> out) {
    for (LifecycleEvent e : message) {
      if (e.kind() == Lifecycle.PUBLISH && recent(e)) {
        undecided |= waited(e, message);
      } else if (e.kind() == Lifecycle.PUBLISH) {
        published(e, message, out);
      }
    }
    Set<String> seen =
        message.stream()
            .filter(e -> e.kind() == Lifecycle.CONSUME || e.kind() == Lifecycle.FAILED)
            .map(FlowJudge::party)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String party : seen) {
      consumed(party, message, out);
    }
  }

  /** Whether somebody reads the stream and nobody has taken the message. */
  private boolean waited(LifecycleEvent e, List<LifecycleEvent> message) {
    boolean read = readers.isRead(e.stream()) || !readers.groups(e.stream()).isEmpty();
    return read && message.stream().allMatch(m -> m.kind() == Lifecycle.PUBLISH);
  }

  private void published(LifecycleEvent e, List<LifecycleEvent> message, List<Flaw> out) {
    List<LifecycleEvent> taken =
        message.stream().filter(m -> m.kind() != Lifecycle.PUBLISH).toList();
    boolean unnamed = taken.stream().anyMatch(m -> m.group() == null);
    List<GroupSnapshot> groups = readers.groups(e.stream());
    for (GroupSnapshot group : groups) {
      String name = group.name().display();
      if (!unnamed && taken.stream().noneMatch(m -> name.equals(m.group()))) {
        notConsumed(e, group, out);
      }
    }
    if (groups.isEmpty() && taken.isEmpty() && readers.isRead(e.stream())) {
      out.add(flaw(FlawKind.NOT_CONSUMED, e, e.service(), "no consumption was logged"));
    }
  }

  private void notConsumed(LifecycleEvent e, GroupSnapshot group, List<Flaw> out) {
    String name = group.name().display();
    StreamId id = StreamId.tryParse(e.messageId());
    PendingEntry held = StreamReaders.pending(group, id);
    if (!StreamReaders.delivered(group, id)) {
      out.add(flaw(FlawKind.NOT_CONSUMED, e, name, "still unread by group " + name));
    } else if (held != null) {
      String by = "delivered to " + held.consumer().display() + " of group " + name;
      String age = ", pending for " + Span.ofMillis(held.idleMs());
      out.add(flaw(FlawKind.NOT_CONSUMED, e, name, by + age + ", no consumption logged"));
    } else if (loggingGroups.contains(e.stream() + '\u0001' + name)) {
      String words = "Redis delivered it to group " + name + ", no consumption was logged";
      out.add(flaw(FlawKind.NOT_CONSUMED, e, name, words));
    } else {
      count("`" + e.stream() + "`: deliveries to group " + name + " that no service logged");
    }
  }

  private void consumed(String party, List<LifecycleEvent> message, List<Flaw> out) {
    List<LifecycleEvent> own = of(party, message);
    LifecycleEvent last = own.get(own.size() - 1);
    if (own.stream().anyMatch(FlowJudge::ack)) {
      return;
    }
    if (recent(last)) {
      undecided = true;
      return;
    }
    GroupSnapshot group =
        last.group() == null
            ? readers.groupOf(last.service(), last.stream())
            : readers.group(last.stream(), last.group());
    StreamId id = StreamId.tryParse(last.messageId());
    if (group == null ? acknowledged(last.stream(), id) : acknowledged(group, id)) {
      count("`" + last.stream() + "`: ACKs by " + party + " that Redis has and no log shows");
    } else if (last.kind() == Lifecycle.FAILED) {
      String error = last.error() == null ? "" : ": " + last.error();
      String retry = Boolean.TRUE.equals(last.willRetry()) ? ", will be retried" : "";
      out.add(flaw(FlawKind.FAILED, last, party, "failed in " + last.service() + error + retry));
    } else if (last.plain() && !proven(last, group, id)) {
      count("`" + last.stream() + "`: entries that " + party + " took; its log never says ACK");
    } else {
      out.add(flaw(FlawKind.NOT_ACKED, last, party, "consumed by " + last.service() + ", no ACK"));
    }
  }

  /**
   * Whether a plain log, which may not speak of ACKs at all, is to be believed where it says none.
   */
  private boolean proven(LifecycleEvent e, @Nullable GroupSnapshot group, @Nullable StreamId id) {
    return acking.contains(e.service() + '\u0001' + e.stream())
        || (group != null && StreamReaders.pending(group, id) != null);
  }

  /** Whether no group holds it any more, where it is not known which group took it. */
  private boolean acknowledged(String stream, @Nullable StreamId id) {
    List<GroupSnapshot> groups = readers.groups(stream);
    return !groups.isEmpty() && groups.stream().allMatch(g -> acknowledged(g, id) || unread(g, id));
  }

  private static boolean unread(GroupSnapshot group, @Nullable StreamId id) {
    return !StreamReaders.delivered(group, id);
  }

  /** Whether Redis holds it for nobody any more. */
  private static boolean acknowledged(GroupSnapshot group, @Nullable StreamId id) {
    boolean all = group.entries().size() == group.pending();
    return group.pending() == 0
        || (all
            && id != null
            && StreamReaders.delivered(group, id)
            && StreamReaders.pending(group, id) == null);
  }

  /** What a party did with a message; lines without a group are told by their service. */
  private static List<LifecycleEvent> of(String party, List<LifecycleEvent> message) {
    Set<String> services = new HashSet<>();
    boolean named = false;
    for (LifecycleEvent e : message) {
      boolean takes = e.kind() == Lifecycle.CONSUME || e.kind() == Lifecycle.FAILED;
      if (takes && party(e).equals(party)) {
        services.add(e.service());
        named |= e.group() != null;
      }
    }
    boolean grouped = named;
    return message.stream()
        .filter(e -> e.kind() != Lifecycle.PUBLISH)
        .filter(
            e ->
                party(e).equals(party)
                    || (services.contains(e.service()) && (e.group() == null || !grouped)))
        .toList();
  }

  private void count(String what) {
    unlogged.merge(what, 1L, Long::sum);
  }

  private boolean recent(LifecycleEvent e) {
    Instant at = e.at();
    return lastCall != null && at != null && at.isAfter(lastCall);
  }

  private static boolean ack(LifecycleEvent e) {
    return e.kind() == Lifecycle.ACK;
  }

  private static String party(LifecycleEvent e) {
    return e.group() == null ? e.service() : e.group();
  }

  private static Flaw flaw(FlawKind kind, LifecycleEvent e, String party, String sentence) {
    return new Flaw(kind, e.stream(), party, text(e.messageId()), sentence);
  }

  private static String text(@Nullable String id) {
    return id == null ? "" : id;
  }
}
