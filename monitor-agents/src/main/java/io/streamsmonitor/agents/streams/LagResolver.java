package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import org.jspecify.annotations.Nullable;

/**
 * Tells how many entries a group has not read, from what the looks saw and never from the server's
 * own {@code lag}: that one is NULL for a group made at {@code $}, and wrong for ever after XDEL,
 * trimming or {@code XGROUP CREATE … ENTRIESREAD} (measured on 7.0.15 and Valkey 8.0.1).
 */
public final class LagResolver {
  /**
   * A lag up to here is counted in one page rather than carried on: XSETID may have written any
   * counter between two looks, and nothing short of counting would tell.
   */
  static final long COUNTED = 1_000;

  private LagResolver() {}

  /**
   * A lag that was certain once: at the mark, {@code unread} entries had an id above {@code read}.
   */
  public record Anchor(StreamId read, long unread, StreamMark mark) {}

  /** The lag, or null where only counting can tell. The anchor's {@code read} is the group's. */
  public static @Nullable Lag resolve(
      StreamMark now, StreamId delivered, @Nullable Long server, @Nullable Anchor anchor) {
    if (now.length() == 0) {
      return new Lag(0, true, "empty", server);
    }
    StreamId first = now.first();
    StreamId last = now.last();
    if (last != null && delivered.compareTo(last) >= 0) {
      return new Lag(0, true, "caught-up", server);
    }
    if (first == null || last == null) {
      return null;
    }
    if (delivered.compareTo(first) < 0) {
      return new Lag(now.length(), true, "all-unread", server, first);
    }
    Long unread =
        anchor != null && anchor.read().equals(delivered) ? carried(anchor, now, first) : null;
    return unread == null ? null : new Lag(unread, true, "history", server);
  }

  /**
   * The bound that holds where nothing else is known: the first entry is read, the rest perhaps
   * not.
   */
  public static Lag bound(StreamMark now, StreamId delivered, @Nullable Long server) {
    StreamId first = now.first();
    boolean firstIsRead = first != null && delivered.compareTo(first) >= 0;
    return new Lag(Math.max(0, now.length() - (firstIsRead ? 1 : 0)), false, "length", server);
  }

  /** The anchor's unread entries plus what was added since, where none of them can be gone. */
  private static @Nullable Long carried(Anchor anchor, StreamMark now, StreamId first) {
    StreamMark then = anchor.mark();
    if (now.sameEntries(then)) {
      return anchor.unread();
    }
    Long addedNow = now.added();
    Long addedThen = then.added();
    if (addedNow == null || addedThen == null || now.precedes(then)) {
      return null;
    }
    long added = addedNow - addedThen;
    long removed = added - (now.length() - then.length());
    // XSETID writes these counters at will: an id without its entry, or an addition without a
    // new id, proves nothing.
    boolean credible =
        added >= 0
            && removed >= 0
            && now.generated().equals(now.last())
            && (added == 0) == now.generated().equals(then.generated());
    if (!credible) {
      return null;
    }
    long unread = anchor.unread() + added;
    boolean possible = unread < now.length();
    boolean proven = removed == 0 || removedBehind(anchor.read(), now, then, first);
    return unread > COUNTED && possible && proven ? Long.valueOf(unread) : null;
  }

  /** Whether everything removed since had been read: by its end a trim, by its highest id XDEL. */
  private static boolean removedBehind(
      StreamId read, StreamMark now, StreamMark then, StreamId first) {
    StreamId deleted = now.maxDeleted();
    boolean trimmed = then.first() != null && first.compareTo(then.first()) > 0;
    boolean deletedMore = deleted != null && !deleted.equals(then.maxDeleted());
    return deleted != null
        && deleted.compareTo(read) <= 0
        && first.compareTo(read) <= 0
        && (trimmed || deletedMore);
  }
}
