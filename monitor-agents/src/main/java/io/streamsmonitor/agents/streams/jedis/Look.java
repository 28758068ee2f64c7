package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One stream in one look: what was answered so far, until it is a snapshot. */
final class Look {

  /** One group in one look. */
  static final class Group {
    final Name name;
    final long consumerCount;
    final long pending;
    final StreamId delivered;
    final @Nullable Long entriesRead;
    final @Nullable Long serverLag;
    final GroupMemory memory;
    private List<ConsumerSnapshot> consumers = List.of();
    List<PendingEntry> entries = List.of();
    boolean detailed;
    private int pages;
    @Nullable Lag lag;

    Group(GroupReply reply, StreamMemory stream) {
      name = reply.name();
      consumerCount = reply.consumers();
      pending = reply.pending();
      delivered = reply.delivered();
      entriesRead = reply.read();
      serverLag = reply.lag();
      memory = stream.groups.computeIfAbsent(name, n -> new GroupMemory());
    }

    /** Whether it waits for acknowledgements, is new, or did something since the last look. */
    boolean interesting() {
      return pending > 0
          || memory.pending > 0
          || memory.consumers != consumerCount
          || !delivered.equals(memory.delivered);
    }

    /** Whether reading, pending entries and consumers are as the last look saw them. */
    boolean still() {
      return delivered.equals(memory.delivered)
          && pending == memory.pending
          && consumerCount == memory.consumers;
    }

    void consumers(Object reply) {
      consumers = Look.<ConsumerSnapshot>rows(reply);
    }

    /** Adds a page of XPENDING; returns its last id, or "" when the page was not full. */
    String page(Object reply, int asked) {
      List<PendingEntry> page = rows(reply);
      if (pages++ == 0) {
        entries = page;
      } else {
        entries = new ArrayList<>(entries);
        entries.addAll(page);
      }
      return page.size() < asked ? "" : page.get(page.size() - 1).id().toString();
    }

    /** Whether another look that hears the same has nothing to ask or to count. */
    private boolean quiet() {
      return pending == 0 && !detailed && still() && lag != null && lag.exact();
    }

    /** Two pages may overlap while entries come and go. */
    private List<PendingEntry> distinct() {
      List<PendingEntry> all = pages > 1 ? entries.stream().distinct().toList() : entries;
      Set<StreamId> gone = memory.ghosts();
      return gone.isEmpty()
          ? all
          : all.stream().map(e -> gone.contains(e.id()) ? e.gone() : e).toList();
    }

    private GroupSnapshot snapshot() {
      memory.still = still() ? memory.still + 1 : 0;
      memory.delivered = delivered;
      memory.pending = pending;
      memory.consumers = consumerCount;
      return new GroupSnapshot(
          name,
          consumerCount,
          pending,
          delivered,
          entriesRead,
          serverLag,
          lag,
          consumers,
          distinct(),
          detailed);
    }
  }

  final StreamMemory memory;
  final List<Group> groups = new ArrayList<>(3);

  /** Whether only the length is of this look: the rest was too large to be asked for again. */
  boolean stale;

  /** Whether nothing of the stream itself is of this look, as its question was refused. */
  boolean blind;

  /** Of a stale look: what is known of the stream now, the rest being null. */
  @Nullable StreamMark mark;

  /** Entries of a stale look. */
  long length;

  /** Whether it is this stream's turn to be looked at in detail, whatever it says. */
  final boolean due;

  Look(StreamMemory memory, boolean due) {
    this.memory = memory;
    this.due = due;
  }

  /** The stream as of this look; null where its own fields were not answered. */
  @Nullable StreamMark mark() {
    StreamReply reply = blind ? null : memory.last;
    return mark != null || reply == null ? mark : reply.mark();
  }

  void groups(Object reply) {
    List<GroupReply> told = reply == Reply.SAME ? memory.asked : Look.<GroupReply>rows(reply);
    for (GroupReply one : told) {
      groups.add(new Group(one, memory));
    }
    memory.asked = told;
    if (memory.groups.size() > groups.size()) {
      memory.groups.keySet().retainAll(groups.stream().map(g -> g.name).toList());
    }
  }

  /** A reply that was read as rows of that kind. */
  @SuppressWarnings("unchecked")
  private static <T> List<T> rows(Object reply) {
    return (List<T>) Reply.list(reply);
  }

  /** Null where the stream's own fields were never answered. */
  @Nullable StreamSnapshot snapshot() {
    StreamReply reply = memory.last;
    if (reply == null) {
      return null;
    }
    boolean quiet = !stale && !blind && groups.stream().allMatch(Group::quiet);
    StreamSnapshot made =
        new StreamSnapshot(
            memory.name,
            stale ? reply.mark().withLength(length) : reply.mark(),
            reply.entries(),
            groups.stream().map(Group::snapshot).toList());
    memory.quiet = quiet ? made : null;
    return made;
  }
}
