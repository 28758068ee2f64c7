package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a URL names: one server, the master that sentinels watch over, or a cluster.
 *
 * @param nodes the server, the sentinels, or nodes that know the others
 * @param master the name that the sentinels know; empty otherwise
 */
record RedisUrl(Kind kind, List<RedisAddress> nodes, String master) {
  static final String FORMS =
      "redis://host:port, redis-sentinel://host:port,host:port/master or"
          + " redis-cluster://host:port,host:port (rediss… with TLS)";

  private static final int SENTINEL_PORT = 26_379;

  enum Kind {
    ALONE,
    SENTINEL,
    CLUSTER
  }

  static RedisUrl parse(String url) throws RedisUnavailable {
    int end = url.indexOf("://");
    String scheme = end < 0 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
    boolean tls = scheme.startsWith("rediss");
    Kind kind =
        switch (tls ? scheme.replaceFirst("rediss", "redis") : scheme) {
          case "redis" -> Kind.ALONE;
          case "redis-sentinel" -> Kind.SENTINEL;
          case "redis-cluster" -> Kind.CLUSTER;
          default ->
              throw new RedisUnavailable(
                  "\""
                      + (scheme.isEmpty() ? "the address" : scheme)
                      + "\" is no Redis address that can be looked at; write "
                      + FORMS);
        };
    String rest = url.substring(end + 3).split("[?#]", 2)[0];
    int at = rest.lastIndexOf('@');
    String who = at < 0 ? "" : rest.substring(0, at + 1);
    String where = rest.substring(at + 1);
    int slash = where.indexOf('/');
    String path = slash < 0 ? "" : where.substring(slash + 1);
    String places = slash < 0 ? where : where.substring(0, slash);
    String master = "";
    if (kind == Kind.SENTINEL) {
      int more = path.indexOf('/');
      master = more < 0 ? path : path.substring(0, more);
      path = more < 0 ? "" : path.substring(more + 1);
      if (master.isEmpty()) {
        throw new RedisUnavailable(
            "the address of sentinels ends with the name of the master they watch:"
                + " redis-sentinel://host:port,host:port/master");
      }
    }
    int port = kind == Kind.SENTINEL ? SENTINEL_PORT : RedisAddress.PORT;
    List<RedisAddress> nodes = new ArrayList<>();
    for (String place : kind == Kind.ALONE ? List.of(places) : List.of(places.split(",", -1))) {
      nodes.add(RedisAddress.parse(tls, who, place, path, port));
    }
    return new RedisUrl(kind, List.copyOf(nodes), master);
  }

  /** The address without the password. */
  String display() {
    RedisAddress first = nodes.get(0);
    if (kind == Kind.ALONE) {
      return first.display();
    }
    return (first.tls() ? "rediss" : "redis")
        + (kind == Kind.SENTINEL ? "-sentinel://" : "-cluster://")
        + (first.user() == null ? "" : first.user() + "@")
        + nodes.stream().map(RedisAddress::where).collect(Collectors.joining(","))
        + (master.isEmpty() ? "" : "/" + master)
        + (first.database() == 0 ? "" : "/" + first.database());
  }

  /** Never with the password. */
  @Override
  public String toString() {
    return display();
  }
}
