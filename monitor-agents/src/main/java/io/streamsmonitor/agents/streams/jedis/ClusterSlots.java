package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who holds which slots.
 *
 * @param primaries in the order of their first slots
 * @param covered how many slots have one
 */
record ClusterSlots(Set<RedisAddress> primaries, int covered) {
  static final int ALL = 16_384;

  /** Asks the node, which was reached by that address. */
  static ClusterSlots of(JedisProbe node, RedisAddress asked) throws RedisUnavailable {
    Set<RedisAddress> primaries = new LinkedHashSet<>();
    int covered = 0;
    for (Object range : Reply.list(node.answer(Ask.CLUSTER_SLOTS))) {
      List<?> parts = Reply.list(range);
      if (parts.size() > 2) {
        covered += (int) (Reply.number(parts.get(1)) - Reply.number(parts.get(0)) + 1);
        List<?> place = Reply.list(parts.get(2));
        String host = Reply.text(place.get(0));
        // A node that does not know its own address is where it was asked.
        boolean known = !host.isEmpty() && !host.equals("?");
        primaries.add(asked.at(known ? host : asked.host(), (int) Reply.number(place.get(1))));
      }
    }
    if (primaries.isEmpty()) {
      throw new RedisUnavailable("the cluster of " + node.where() + " has no slots assigned");
    }
    return new ClusterSlots(primaries, covered);
  }
}
