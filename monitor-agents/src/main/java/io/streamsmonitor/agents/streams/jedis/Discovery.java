package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which streams there are: {@code SCAN … TYPE stream COUNT 1000}, with a budget of calls a look.
 */
final class Discovery {
  private static final byte[] START = Ask.ascii("0");

  /** Ten million keys; a database that is larger is looked through over several looks. */
  private static final int FULL_CALLS = 10_000;

  private static final int CALLS = 40;

  private final StreamFilter filter;
  private final Map<Name, StreamMemory> known = new LinkedHashMap<>();
  private byte[] cursor = START;

  Discovery(StreamFilter filter) {
    this.filter = filter;
  }

  void look(Wire wire, Names names, Gaps gaps, boolean full) throws RedisUnavailable {
    int calls = full ? FULL_CALLS : CALLS;
    for (int i = 0; i < calls; i++) {
      Ask ask = Ask.scan(cursor, filter.serverSide());
      Object reply = wire.one(ask);
      if (reply instanceof Exception refused
          && !String.valueOf(refused.getMessage()).startsWith("NOPERM")) {
        wire.orFail(reply);
      }
      if (!gaps.answered(ask, null, reply)) {
        return;
      }
      List<?> page = Reply.list(reply);
      cursor = Reply.bytes(page.get(0));
      for (Object key : Reply.list(page.get(1))) {
        Name name = names.of(Reply.bytes(key));
        if (!known.containsKey(name) && filter.watches(name)) {
          known.put(name, new StreamMemory(name));
        }
      }
      if (cursor.length == 1 && cursor[0] == '0') {
        return;
      }
    }
    if (full) {
      gaps.add(
          "the database has more keys than one look goes through; the search for streams goes on"
              + " with the next look");
    }
  }

  List<StreamMemory> streams() {
    return List.copyOf(known.values());
  }

  void forget(StreamMemory stream) {
    known.remove(stream.name);
  }
}
