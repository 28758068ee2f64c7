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
  static final int PORT = 6379;

  /** Of a server alone. */
  static RedisAddress parse(String url) throws RedisUnavailable {
    return RedisUrl.parse(url).nodes().get(0);
  }

  /**
   * One address out of a URL.
   *
   * @param who {@code user:password@}, or nothing
   * @param place {@code host:port}, either of them perhaps missing
   * @param database digits, or nothing
   */
  static RedisAddress parse(boolean tls, String who, String place, String database, int usualPort)
      throws RedisUnavailable {
    int colon = place.lastIndexOf(':') > place.lastIndexOf(']') ? place.lastIndexOf(':') : -1;
    String host = colon < 0 ? place : place.substring(0, colon);
    int at = who.lastIndexOf('@');
    int split = who.indexOf(':');
    String user = at < 0 ? "" : decode(who.substring(0, split < 0 ? at : split));
    String password = split < 0 ? null : decode(who.substring(split + 1, at));
    return new RedisAddress(
        tls,
        user.isEmpty() ? null : user,
        password == null || password.isEmpty() ? null : password,
        host.isEmpty() ? "127.0.0.1" : host.replaceAll("[\\[\\]]", ""),
        number(colon < 0 ? "" : place.substring(colon + 1), usualPort, "port"),
        number(database, 0, "database"));
  }

  /** Another server, for the same user. */
  RedisAddress at(String otherHost, int otherPort) {
    return new RedisAddress(tls, user, password, otherHost, otherPort, database);
  }

  RedisAddress withoutUser() {
    return new RedisAddress(tls, null, null, host, port, 0);
  }

  RedisAddress inDatabase(int number) {
    return new RedisAddress(tls, user, password, host, port, number);
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
