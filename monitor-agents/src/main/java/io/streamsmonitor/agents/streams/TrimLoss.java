package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entries that left the front of a stream before a group read them. Proven in three ways: the next
 * entry to read is gone although the group did not reach it; an entry that was the newest at an
 * earlier look, and unread, is gone and the group stands before it, as a group that jumps from gap
 * to gap does; or the server's read counter, once it was seen to be true, is short of what was
 * removed. Entries taken out by XDEL are not counted: whoever deletes by id means it.
 */
public final class TrimLoss {
  /** What a look knew of the group. */
  private record Seen(
      StreamId delivered,
      @Nullable StreamId next,
      @Nullable Long unread,
      @Nullable Long added,
      @Nullable StreamId maxDeleted) {}

  private static final int TAILS = 64;

  private final ArrayDeque<StreamId> unreadTails = new ArrayDeque<>();
  private long jumpedOver;
  private @Nullable Seen before;
  private boolean counterTrue;
  private long settled;
  private long current;

  /** Takes a look. */
  void look(StreamSnapshot stream, GroupSnapshot group) {
    Seen then = before;
    Lag lag = group.lag();
    if (then != null && group.lastDelivered().compareTo(then.delivered()) < 0) {
      unreadTails.clear();
      counterTrue = false;
      settle();
    } else if (then != null && !group.lastDelivered().equals(then.delivered())) {
      settle();
    }
    if (then != null && behind(stream, group)) {
      current = Math.max(current, Math.max(seenLost(then, stream, group), counted(stream, group)));
    } else {
      counterTrue |= counterHolds(stream, group);
    }
    tails(stream, group);
    Seen now =
        new Seen(
            group.lastDelivered(),
            lag == null ? null : lag.next(),
            lag == null || !lag.exact() ? null : Long.valueOf(lag.value()),
            stream.entriesAdded(),
            stream.maxDeleted());
    // Of a group that lost what it would read next, the look before the loss tells how much.
    boolean kept = then != null && current > 0 && now.delivered().equals(then.delivered());
    before = kept ? then : now;
  }

  private void tails(StreamSnapshot stream, GroupSnapshot group) {
    StreamId first = stream.firstId();
    StreamId deleted = stream.maxDeleted();
    unreadTails.removeIf(id -> id.compareTo(group.lastDelivered()) <= 0);
    while (!unreadTails.isEmpty() && first != null && unreadTails.getFirst().compareTo(first) < 0) {
      StreamId gone = unreadTails.removeFirst();
      boolean trimmed = deleted == null || gone.compareTo(deleted) > 0;
      jumpedOver += trimmed ? 1 : 0;
    }
    StreamId last = stream.lastGenerated();
    boolean unread = stream.length() > 0 && group.lastDelivered().compareTo(last) < 0;
    if (unread && !last.equals(unreadTails.peekLast())) {
      unreadTails.addLast(last);
      if (unreadTails.size() > TAILS) {
        unreadTails.removeFirst();
      }
    }
  }

  private void settle() {
    settled += current;
    current = 0;
  }

  /** Whether everything the stream holds comes after what the group has read. */
  private static boolean behind(StreamSnapshot stream, GroupSnapshot group) {
    StreamId first = stream.firstId();
    return group.lastDelivered().compareTo(first == null ? stream.lastGenerated() : first) < 0;
  }

  private static long seenLost(Seen then, StreamSnapshot stream, GroupSnapshot group) {
    StreamId next = then.next();
    StreamId first = stream.firstId();
    if (next == null
        || (first != null && first.compareTo(next) <= 0)
        || group.lastDelivered().compareTo(next) >= 0) {
      return 0;
    }
    StreamId deleted = stream.maxDeleted();
    if (deleted != null && !deleted.equals(then.maxDeleted())) {
      return 0;
    }
    Long unread = then.unread();
    Long was = then.added();
    Long is = stream.entriesAdded();
    boolean stands = group.lastDelivered().equals(then.delivered());
    return unread != null && was != null && is != null && stands
        ? Math.max(1, unread + is - was - stream.length())
        : 1;
  }

  /** What was removed beyond what the group had read; only while nothing was ever deleted by id. */
  private long counted(StreamSnapshot stream, GroupSnapshot group) {
    Long added = stream.entriesAdded();
    Long read = group.entriesRead();
    return counterTrue && added != null && read != null && neverDeleted(stream)
        ? Math.max(0, added - stream.length() - read)
        : 0;
  }

  private static boolean counterHolds(StreamSnapshot stream, GroupSnapshot group) {
    Long added = stream.entriesAdded();
    Lag lag = group.lag();
    return added != null
        && lag != null
        && lag.exact()
        && neverDeleted(stream)
        && Objects.equals(group.entriesRead(), added - lag.value());
  }

  private static boolean neverDeleted(StreamSnapshot stream) {
    return StreamId.ZERO.equals(stream.maxDeleted());
  }

  /** How many entries were lost since the first look, at least. */
  public long lost() {
    return Math.max(settled + current, jumpedOver);
  }
}
