package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a cluster is, as one node sees it.
 *
 * @param epoch changes with every failover and with every slot that moves
 */
record ClusterState(String epoch) {

  /**
   * Asks the node.
   *
   * @throws RedisUnavailable where the cluster is down: it then answers for no key at all
   */
  static ClusterState of(JedisProbe node) throws RedisUnavailable {
    Map<String, String> fields =
        Reply.text(node.answer(Ask.CLUSTER_INFO))
            .lines()
            .map(line -> line.split(":", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b));
    String state = fields.getOrDefault("cluster_state", "unknown");
    if (!state.equals("ok")) {
      throw new RedisUnavailable(
          "the cluster of "
              + node.where()
              + " serves nothing: cluster_state:"
              + state
              + ", "
              + fields.getOrDefault("cluster_slots_ok", "0")
              + " slots are well; see CLUSTER NODES");
    }
    return new ClusterState(fields.getOrDefault("cluster_current_epoch", ""));
  }
}
