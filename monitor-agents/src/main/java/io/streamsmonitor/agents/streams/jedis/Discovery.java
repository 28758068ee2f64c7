package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which streams there are: {@code SCAN … TYPE stream COUNT 1000}, with a budget of calls a look.
 */
final class Discovery {
  private static final byte[] START = Ask.ascii("0");

  /** Ten million keys; a database that is larger is looked through over several looks. */
  private static final int FULL_CALLS = 10_000;

  private static final int CALLS = 40;

  private final StreamFilter filter;
  private final Map<Name, StreamMemory> known = new TreeMap<>();
  private final List<StreamMemory> found = new ArrayList<>();
  private byte[] cursor = START;
  private int turns;

  Discovery(StreamFilter filter) {
    this.filter = filter;
  }

  /** What a look begins with; its reply is for {@link #look}. */
  Ask ask() {
    return Ask.scan(cursor, filter.serverSide());
  }

  void look(Object first, Wire wire, Gaps gaps, boolean full) throws RedisUnavailable {
    int calls = full ? FULL_CALLS : CALLS;
    for (int i = 0; i < calls; i++) {
      Ask ask = ask();
      Object reply = i == 0 ? first : wire.one(ask);
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
        Name name = wire.names().of(Reply.bytes(key));
        if (!known.containsKey(name) && filter.watches(name)) {
          StreamMemory stream = new StreamMemory(name, turns++);
          known.put(name, stream);
          found.add(stream);
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

  /** Streams that were found since the last call. */
  List<StreamMemory> found() {
    List<StreamMemory> all = List.copyOf(found);
    found.clear();
    return all;
  }

  /** What is known, by name. */
  List<StreamMemory> streams() {
    return new ArrayList<>(known.values());
  }

  void forget(StreamMemory stream) {
    known.remove(stream.name);
  }
}
