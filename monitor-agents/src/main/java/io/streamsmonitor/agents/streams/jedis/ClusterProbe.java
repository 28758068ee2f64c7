package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks at a cluster: every primary is searched and asked for the streams that it holds. One that
 * does not answer ends the look, as a look without its streams would have them vanished.
 */
final class ClusterProbe implements RedisProbe {
  private final StreamFilter filter;
  private final Map<RedisAddress, JedisProbe> primaries = new LinkedHashMap<>();
  private String epoch = "";
  private int slots;

  private ClusterProbe(StreamFilter filter) {
    this.filter = filter;
  }

  /** Connects to every primary; any node of the URL may tell where they are. */
  static ClusterProbe connect(RedisUrl url, StreamFilter filter) throws RedisUnavailable {
    List<String> reasons = new ArrayList<>();
    for (RedisAddress seed : url.nodes()) {
      ClusterProbe cluster = new ClusterProbe(filter);
      try (JedisProbe node = JedisProbe.open(seed, filter, true)) {
        cluster.settle(node, seed);
        return cluster;
      } catch (RedisUnavailable e) {
        cluster.close();
        reasons.add(String.valueOf(e.getMessage()));
      }
    }
    throw new RedisUnavailable(
        "no cluster at " + url.display() + ": " + String.join("; ", reasons));
  }

  /** Connects to primaries that are new and leaves those that are none any more. */
  private void settle(JedisProbe node, RedisAddress asked) throws RedisUnavailable {
    ClusterState state = ClusterState.of(node);
    ClusterSlots map = ClusterSlots.of(node, asked);
    for (RedisAddress primary : map.primaries()) {
      if (!primaries.containsKey(primary)) {
        primaries.put(primary, JedisProbe.open(primary, filter, true));
      }
    }
    for (Iterator<Map.Entry<RedisAddress, JedisProbe>> each = primaries.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<RedisAddress, JedisProbe> known = each.next();
      if (!map.primaries().contains(known.getKey())) {
        known.getValue().close();
        each.remove();
      }
    }
    slots = map.covered();
    epoch = state.epoch();
  }

  @Override
  public StreamPoll survey() throws RedisUnavailable {
    return look(true);
  }

  @Override
  public StreamPoll poll() throws RedisUnavailable {
    return look(false);
  }

  private StreamPoll look(boolean full) throws RedisUnavailable {
    long begun = System.nanoTime();
    Map.Entry<RedisAddress, JedisProbe> any = primaries.entrySet().iterator().next();
    if (!ClusterState.of(any.getValue()).epoch().equals(epoch)) {
      settle(any.getValue(), any.getKey());
    }
    Instant at = Instant.MIN;
    int commands = 1;
    List<StreamSnapshot> streams = new ArrayList<>();
    Set<String> gaps = new LinkedHashSet<>();
    if (slots < ClusterSlots.ALL) {
      gaps.add(
          "the cluster serves "
              + slots
              + " of its "
              + ClusterSlots.ALL
              + " slots; streams in the others are not seen");
    }
    for (JedisProbe primary : primaries.values()) {
      StreamPoll poll = full ? primary.survey() : primary.poll();
      at = poll.at().isAfter(at) ? poll.at() : at;
      commands += poll.commands();
      streams.addAll(poll.streams());
      gaps.addAll(poll.gaps());
    }
    streams.sort(Comparator.comparing(StreamSnapshot::name));
    long micros = (System.nanoTime() - begun) / 1_000;
    return new StreamPoll(at, streams, List.copyOf(gaps), commands, micros);
  }

  @Override
  public void ping() throws RedisUnavailable {
    for (JedisProbe primary : primaries.values()) {
      primary.ping();
    }
  }

  @Override
  public Map<String, Boolean> commands(Collection<String> names) throws RedisUnavailable {
    Map<String, Boolean> known = new LinkedHashMap<>();
    for (JedisProbe primary : primaries.values()) {
      primary
          .commands(names)
          .forEach((name, there) -> known.merge(name, there, Boolean::logicalAnd));
    }
    return known;
  }

  @Override
  public Map<String, String> info(String section) throws RedisUnavailable {
    return primaries.values().iterator().next().info(section);
  }

  @Override
  public Set<String> payloadFields(Name stream) throws RedisUnavailable {
    Set<String> fields = new TreeSet<>();
    for (JedisProbe primary : primaries.values()) {
      fields.addAll(primary.payloadFields(stream));
    }
    return fields;
  }

  @Override
  public List<String> clients() throws RedisUnavailable {
    List<String> clients = new ArrayList<>();
    for (JedisProbe primary : primaries.values()) {
      clients.addAll(primary.clients());
    }
    return clients;
  }

  @Override
  public Set<String> blockedReaders() throws RedisUnavailable {
    Set<String> readers = new TreeSet<>();
    for (JedisProbe primary : primaries.values()) {
      readers.addAll(primary.blockedReaders());
    }
    return readers;
  }

  @Override
  public void close() {
    primaries.values().forEach(JedisProbe::close);
    primaries.clear();
  }
}
