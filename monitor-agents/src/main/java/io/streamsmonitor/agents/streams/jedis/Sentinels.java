package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.List;

/** Asks sentinels where the master is; the first that knows it is believed. */
final class Sentinels {
  private Sentinels() {}

  static RedisAddress master(RedisUrl url) throws RedisUnavailable {
    List<String> reasons = new ArrayList<>();
    for (RedisAddress sentinel : url.nodes()) {
      try {
        List<?> place = Reply.list(asked(sentinel, url.master()));
        if (place.size() == 2) {
          return sentinel.at(Reply.text(place.get(0)), Integer.parseInt(Reply.text(place.get(1))));
        }
        reasons.add("the sentinel at " + sentinel.where() + " knows no such master");
      } catch (RedisUnavailable e) {
        reasons.add(String.valueOf(e.getMessage()));
      }
    }
    throw new RedisUnavailable(
        "no master \""
            + url.master()
            + "\" for "
            + url.display()
            + ": "
            + String.join("; ", reasons));
  }

  /** Sentinels have the password of their master, or none: they seldom know its users. */
  private static Object asked(RedisAddress sentinel, String master) throws RedisUnavailable {
    Ask ask = new Ask("SENTINEL", Ask.ascii("get-master-addr-by-name"), Ask.utf8(master));
    try (Wire wire = Wire.open(sentinel.inDatabase(0))) {
      return wire.orFail(wire.one(ask));
    } catch (RedisUnavailable e) {
      if (sentinel.password() == null || !String.valueOf(e.getMessage()).contains("WRONGPASS")) {
        throw e;
      }
    }
    try (Wire wire = Wire.open(sentinel.withoutUser())) {
      return wire.orFail(wire.one(ask));
    }
  }
}
