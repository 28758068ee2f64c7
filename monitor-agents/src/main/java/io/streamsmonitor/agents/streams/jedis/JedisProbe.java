package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Looks at one Redis server over one connection. A look asks every stream for its groups and its
 * own state, and then for details only where something waits, moved or is new; it remembers enough
 * to tell the true lag without counting again. Works from Redis 6.2 on: features are known by the
 * fields that replies have.
 */
public final class JedisProbe implements RedisProbe {
  private static final int PAYLOADS_LOOKED_AT = 3;

  private final Wire wire;
  private final Discovery discovery;
  private final Gaps refused = new Gaps();

  /** Whether another server may take this one's place with the same streams. */
  private final boolean replaceable;

  private long polls;

  private JedisProbe(Wire wire, StreamFilter filter, boolean replaceable) {
    this.wire = wire;
    this.replaceable = replaceable;
    this.discovery = new Discovery(filter);
  }

  /**
   * Connects within two seconds. A server that says it is part of a cluster is looked at with the
   * others of it: alone it would know a part of the streams and not say so.
   *
   * @param url {@code redis[s]://[user:password@]host[:port][/database]}, {@code
   *     redis[s]-sentinel://…host:port,host:port/master[/database]} or {@code
   *     redis[s]-cluster://…host:port,host:port}
   * @throws RedisUnavailable naming host, port and cause, never the password
   */
  public static RedisProbe connect(String url, StreamFilter filter) throws RedisUnavailable {
    RedisUrl place = RedisUrl.parse(url);
    return switch (place.kind()) {
      case ALONE -> alone(place, filter);
      case SENTINEL -> open(Sentinels.master(place), filter, true);
      case CLUSTER -> ClusterProbe.connect(place, filter);
    };
  }

  private static RedisProbe alone(RedisUrl place, StreamFilter filter) throws RedisUnavailable {
    RedisAddress address = place.nodes().get(0);
    JedisProbe probe = open(address, filter, false);
    String mode = probe.info("server").getOrDefault("redis_mode", "standalone");
    if (mode.equals("standalone")) {
      return probe;
    }
    probe.close();
    if (mode.equals("cluster")) {
      return ClusterProbe.connect(place, filter);
    }
    throw new RedisUnavailable(
        "Redis at "
            + address.display()
            + " is a "
            + mode
            + "; write redis-sentinel://"
            + address.where()
            + "/master with the name of the master it watches");
  }

  /** A probe of this server alone. */
  static JedisProbe open(RedisAddress address, StreamFilter filter, boolean replaceable)
      throws RedisUnavailable {
    JedisProbe probe = new JedisProbe(Wire.open(address), filter, replaceable);
    try {
      probe.ping();
    } catch (RedisUnavailable e) {
      probe.close();
      throw e;
    }
    return probe;
  }

  /** The address without its password; the text as it is where it is no address. */
  public static String displayUrl(String url) {
    try {
      return RedisUrl.parse(url).display();
    } catch (RedisUnavailable e) {
      return url.replaceAll("(?<=[:/])[^/@]*@", "");
    }
  }

  @Override
  public void ping() throws RedisUnavailable {
    Object reply = wire.one(Ask.PING);
    // A server that refuses is there all the same.
    if (Gaps.forbidden(reply) && !refused.answered(Ask.PING, null, reply)) {
      return;
    }
    if (!Reply.text(wire.orFail(reply)).equals("PONG")) {
      throw new RedisUnavailable("Redis at " + wire.address().display() + " does not answer PONG");
    }
  }

  @Override
  public Map<String, Boolean> commands(Collection<String> names) throws RedisUnavailable {
    List<byte[]> args = new ArrayList<>(List.of(Ask.ascii("INFO")));
    names.forEach(n -> args.add(Ask.ascii(n.toUpperCase(Locale.ROOT))));
    Ask ask = new Ask("COMMAND", args.toArray(byte[][]::new));
    Object reply = wire.one(ask);
    boolean hidden = Gaps.forbidden(reply) && !refused.answered(ask, null, reply);
    List<?> infos = hidden ? List.of() : Reply.list(wire.orFail(reply));
    Map<String, Boolean> known = new LinkedHashMap<>();
    int i = 0;
    for (String name : names) {
      boolean there = i < infos.size() && infos.get(i) != null;
      known.put(name.toUpperCase(Locale.ROOT), hidden || there);
      i++;
    }
    return known;
  }

  @Override
  public Map<String, String> info(String section) throws RedisUnavailable {
    Map<String, String> fields = new LinkedHashMap<>();
    permitted(new Ask("INFO", Ask.ascii(section)))
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0 && !line.startsWith("#")) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
              }
            });
    if (replaceable) {
      fields.remove("run_id");
    }
    return fields;
  }

  @Override
  public StreamPoll survey() throws RedisUnavailable {
    return new Survey(wire, refused).run(discovery, true, polls++);
  }

  @Override
  public StreamPoll poll() throws RedisUnavailable {
    boolean first = polls == 0;
    return new Survey(wire, refused).run(discovery, first, polls++);
  }

  @Override
  public Set<String> payloadFields(Name stream) throws RedisUnavailable {
    Object reply = wire.one(Ask.newest(stream.bytes(), PAYLOADS_LOOKED_AT));
    return reply instanceof JedisDataException ? Set.of() : PayloadNames.of(Reply.list(reply));
  }

  @Override
  public List<String> clients() throws RedisUnavailable {
    return permitted(Ask.CLIENT_LIST)
        .lines()
        .map(line -> word(line, "addr") + " " + word(line, "name"))
        .map(String::strip)
        .toList();
  }

  @Override
  public Set<String> blockedReaders() throws RedisUnavailable {
    Set<String> blocked = new TreeSet<>();
    permitted(Ask.CLIENT_LIST)
        .lines()
        .filter(line -> word(line, "cmd").startsWith("xread") && word(line, "flags").contains("b"))
        .map(line -> word(line, "name"))
        .filter(name -> !name.isEmpty())
        .forEach(blocked::add);
    return blocked;
  }

  String where() {
    return wire.address().display();
  }

  /** An answer of this server, its error as an exception. */
  Object answer(Ask ask) throws RedisUnavailable {
    Object reply = wire.one(ask);
    if (Gaps.forbidden(reply)) {
      throw new RedisUnavailable(
          ask.command()
              + " is not permitted at "
              + wire.address().display()
              + ": grant "
              + ask.permission());
    }
    return wire.orFail(reply);
  }

  private String permitted(Ask ask) throws RedisUnavailable {
    Object reply = wire.one(ask);
    return refused.answered(ask, null, reply) ? Reply.text(reply) : "";
  }

  private static String word(String line, String key) {
    for (String word : line.split(" ", -1)) {
      if (word.startsWith(key + "=")) {
        return word.substring(key.length() + 1);
      }
    }
    return "";
  }

  @Override
  public void close() {
    wire.close();
  }
}
