package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.LagResolver;
import io.streamsmonitor.agents.streams.LagResolver.Anchor;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves every lag; where only counting can tell, counts in pages of at most 64 KB. */
final class LagCount {
  /** A lag is exact up to here, and at least this beyond. */
  private static final long EXACT = 10_000;

  private static final long REPLY_BYTES = 65_536;
  private static final int PAGE = 1_000;
  private static final long BUDGET_BYTES = 4L << 20;
  private static final long FULL_BUDGET_BYTES = 32L << 20;

  private static final class Count {
    final Look look;
    final Look.Group group;
    final StreamMark mark;
    final int page;
    final long entryBytes;
    StreamId after;
    @Nullable StreamId first;
    long counted;
    boolean finished;

    Count(Look look, Look.Group group, StreamMark mark, long entryBytes) {
      this.look = look;
      this.group = group;
      this.mark = mark;
      this.after = group.delivered;
      this.entryBytes = entryBytes;
      this.page = (int) Math.max(1, Math.min(PAGE, REPLY_BYTES / entryBytes));
    }

    /** The server's lag steers who is counted first; it is never a value. */
    long expected() {
      Long server = group.serverLag;
      return server == null ? mark.length() : Math.min(server, mark.length());
    }

    Ask ask() {
      return Ask.after(look.memory.key, after.toString(), page);
    }

    /** Entries beyond the end that the look saw are of a later moment. */
    void add(List<?> entries) {
      StreamId end = mark.last();
      finished = entries.size() < page;
      for (Object entry : entries) {
        StreamId id = Reply.id(Reply.list(entry).get(0));
        if (end != null && id.compareTo(end) > 0) {
          finished = true;
          return;
        }
        first = first == null ? id : first;
        after = id;
        counted++;
      }
      finished |= after.equals(end);
    }
  }

  private final Wire wire;
  private final Gaps gaps;

  LagCount(Wire wire, Gaps gaps) {
    this.wire = wire;
    this.gaps = gaps;
  }

  void resolve(List<Look> looks, boolean full) throws RedisUnavailable {
    List<Count> open = new ArrayList<>();
    for (Look look : looks) {
      StreamReply state = look.memory.last;
      StreamMark mark = look.mark();
      if (state == null || mark == null) {
        continue;
      }
      for (Look.Group group : look.groups) {
        Anchor anchor = look.memory.anchor(group.memory, group.delivered);
        Lag lag = LagResolver.resolve(mark, group.delivered, server(look, group), anchor);
        if (lag == null && allUnread(look, group)) {
          lag = new Lag(look.length, true, "all-unread", null);
        }
        if (lag == null) {
          open.add(new Count(look, group, mark, state.entryBytes()));
        } else {
          settle(look, group, mark, lag);
        }
      }
    }
    count(open, full);
  }

  /** A first entry only ever gives way to a later one. */
  private static boolean allUnread(Look look, Look.Group group) {
    StreamId first = look.memory.last == null ? null : look.memory.last.mark().first();
    return look.stale && first != null && group.delivered.compareTo(first) < 0;
  }

  /** What the server said is of another moment than a length asked for later. */
  private static @Nullable Long server(Look look, Look.Group group) {
    return look.stale ? null : group.serverLag;
  }

  private void count(List<Count> counts, boolean full) throws RedisUnavailable {
    long budget = full ? FULL_BUDGET_BYTES : BUDGET_BYTES;
    List<Count> open = new ArrayList<>(counts);
    open.sort(Comparator.comparingLong(Count::expected));
    while (!open.isEmpty() && budget > 0) {
      List<Count> round = new ArrayList<>();
      for (Count count : open) {
        if (budget > 0) {
          round.add(count);
          budget -= Math.min(count.page, count.expected() + 1) * count.entryBytes;
        }
      }
      List<Object> replies = wire.all(round.stream().map(Count::ask).toList());
      for (int i = 0; i < round.size(); i++) {
        Count count = round.get(i);
        if (gaps.answered(count.ask(), count.look.memory.name, replies.get(i))) {
          count.add(Reply.list(replies.get(i)));
        } else {
          open.remove(count);
        }
      }
      open.removeIf(c -> c.finished || c.counted >= EXACT);
    }
    counts.forEach(LagCount::settle);
  }

  private static void settle(Count count) {
    Look.Group group = count.group;
    Long server = server(count.look, group);
    Lag lag;
    if (count.finished) {
      lag = new Lag(count.counted, true, "counted", server, count.first);
    } else if (count.counted > 0) {
      lag = new Lag(count.counted, false, Lag.AT_LEAST, server, count.first);
    } else {
      lag = LagResolver.bound(count.mark, group.delivered, server);
    }
    settle(count.look, group, count.mark, lag);
  }

  private static void settle(Look look, Look.Group group, StreamMark mark, Lag lag) {
    GroupMemory memory = group.memory;
    StreamId known =
        memory.next != null
                && memory.next.compareTo(group.delivered) > 0
                && lag.method().equals("history")
            ? memory.next
            : lag.next();
    memory.next = lag.value() == 0 ? null : known;
    group.lag = new Lag(lag.value(), lag.exact(), lag.method(), lag.server(), memory.next);
    if (lag.exact() && !look.stale) {
      memory.anchor = new Anchor(group.delivered, lag.value(), mark);
    }
  }
}
