package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to streams too large to be asked for their state at every look: their length, and
 * the newest entry where one was added since. Where none was and the length is the same, all that
 * is known of the stream still holds, at no cost in bytes.
 */
final class News {
  private static final long BUDGET_BYTES = 2L << 20;

  private final Wire wire;
  private final Gaps gaps;

  News(Wire wire, Gaps gaps) {
    this.wire = wire;
    this.gaps = gaps;
  }

  /** Asks of those that the budget allows, beginning with another one at each look. */
  void ask(List<Look> looks, long number) throws RedisUnavailable {
    List<Look> stale = looks.stream().filter(look -> look.stale).toList();
    List<Look> asked = new ArrayList<>();
    List<Ask> asks = new ArrayList<>();
    long budget = BUDGET_BYTES;
    for (int i = 0; i < stale.size(); i++) {
      Look look = stale.get((int) ((number + i) % stale.size()));
      StreamReply known = look.memory.last;
      if (known == null) {
        continue;
      }
      look.mark = new StreamMark(look.length, null, null, null, known.mark().generated(), null);
      if (look.length > 0 && budget > 0) {
        budget -= known.entryBytes();
        asked.add(look);
        asks.add(Ask.newestAfter(look.memory.key, known.mark().generated().toString()));
      }
    }
    List<Object> replies = wire.all(asks);
    for (int i = 0; i < replies.size(); i++) {
      Look look = asked.get(i);
      if (gaps.answered(asks.get(i), look.memory.name, replies.get(i))) {
        told(look, Reply.list(replies.get(i)));
      }
    }
  }

  private static void told(Look look, List<?> added) {
    StreamReply known = look.memory.last;
    if (known == null) {
      return;
    }
    StreamMark then = known.mark();
    if (!added.isEmpty()) {
      StreamId newest = Reply.id(Reply.list(added.get(0)).get(0));
      look.mark = new StreamMark(look.length, null, null, newest, newest, null);
    } else if (look.length == then.length()) {
      look.mark = null;
      look.stale = false;
    } else {
      // Nothing was added: what was the last entry then bounds what can be unread now.
      look.mark = new StreamMark(look.length, null, null, then.last(), then.generated(), null);
    }
  }
}
