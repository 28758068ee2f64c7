package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a server is and who asks: {@code redis[s]://[user:password@]host[:port][/database]}. */
record RedisAddress(
    boolean tls,
    @Nullable String user,
    @Nullable String password,
    String host,
    int port,
    int database) {
  private static final int PORT = 6379;

  static RedisAddress parse(String url) throws RedisUnavailable {
    int scheme = url.indexOf("://");
    String kind = scheme < 0 ? "" : url.substring(0, scheme);
    if (!kind.equals("redis") && !kind.equals("rediss")) {
      throw new RedisUnavailable(
          "\""
              + (scheme < 0 ? "the address" : kind)
              + "\" is no Redis address that can be looked"
              + " at; write redis://host:port or rediss://host:port");
    }
    String rest = url.substring(scheme + 3).split("\\?", 2)[0];
    int at = rest.lastIndexOf('@');
    String who = at < 0 ? "" : rest.substring(0, at);
    String where = rest.substring(at + 1);
    int slash = where.indexOf('/');
    String database = slash < 0 ? "" : where.substring(slash + 1);
    String place = slash < 0 ? where : where.substring(0, slash);
    int colon = place.lastIndexOf(':') > place.lastIndexOf(']') ? place.lastIndexOf(':') : -1;
    String host = colon < 0 ? place : place.substring(0, colon);
    int split = who.indexOf(':');
    String user = decode(split < 0 ? who : who.substring(0, split));
    String password = split < 0 ? null : decode(who.substring(split + 1));
    return new RedisAddress(
        kind.equals("rediss"),
        user.isEmpty() ? null : user,
        password == null || password.isEmpty() ? null : password,
        host.isEmpty() ? "127.0.0.1" : host.replaceAll("[\\[\\]]", ""),
        number(colon < 0 ? "" : place.substring(colon + 1), PORT, "port"),
        number(database, 0, "database"));
  }

  /** The address without the password. */
  String display() {
    return (tls ? "rediss://" : "redis://")
        + (user == null ? "" : user + "@")
        + where()
        + (database == 0 ? "" : "/" + database);
  }

  String where() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static int number(String text, int otherwise, String what) throws RedisUnavailable {
    try {
      int value = text.isEmpty() ? otherwise : Integer.parseInt(text);
      if (value >= 0 && value <= 65_535) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    throw new RedisUnavailable("the " + what + " of a Redis address is a number from 0 to 65535");
  }

  /** Never with the password. */
  @Override
  public String toString() {
    return display();
  }
}
