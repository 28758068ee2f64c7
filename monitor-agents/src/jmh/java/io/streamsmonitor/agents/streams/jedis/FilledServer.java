package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import redis.clients.jedis.Connection;
import redis.clients.jedis.commands.ProtocolCommand;

/** A server of its own with what a benchmark wants to look at. */
final class FilledServer implements AutoCloseable {
  private static final long BASE_MS = 1_790_000_000_000L;

  final RedisServer server = RedisServer.installed("--slowlog-max-len", "100000");
  private final Wire own;

  FilledServer() throws RedisUnavailable {
    own = Wire.open(RedisAddress.parse(server.url()));
  }

  static String key(int i) {
    return String.format(Locale.ROOT, "svc:events:%05d", i);
  }

  /** The two questions that no look can do without, for every stream. */
  static List<Ask> lean(int streams) {
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < streams; i++) {
      byte[] key = key(i).getBytes(StandardCharsets.UTF_8);
      asks.add(Ask.groups(key));
      asks.add(Ask.stream(key));
    }
    return asks;
  }

  /** Streams of 30 entries, 3 groups, 2 consumers; in a part of them 10 pending and 10 unread. */
  FilledServer streams(int n, int percent) {
    try (Connection c = new Connection("127.0.0.1", server.port())) {
      for (int i = 0; i < n; i++) {
        stream(c, i, (i * (long) percent) % 100 < percent);
      }
    }
    return this;
  }

  private static void stream(Connection c, int i, boolean hot) {
    int sent = 0;
    String[] ids = new String[30];
    for (int k = 0; k < 30; k++) {
      ids[k] = BASE_MS + k * 1000L + "-" + i % 7;
      String correlation = "c" + i + "-" + k;
      sent += send(c, "XADD", key(i), ids[k], "type", "order.created", "correlationId", correlation);
    }
    for (String group : List.of("billing", "shipping", "audit")) {
      sent += send(c, "XGROUP", "CREATE", key(i), group, "0");
      String count = hot ? "10" : "15";
      for (String name : List.of("c1", "c2")) {
        sent += send(c, ("XREADGROUP GROUP " + group + " " + name + " COUNT " + count + " STREAMS "
                    + key(i) + " >").split(" "));
      }
      List<String> ack = new ArrayList<>(List.of("XACK", key(i), group));
      ack.addAll(Arrays.asList(ids).subList(hot ? 5 : 0, hot ? 15 : 30));
      sent += send(c, ack.toArray(String[]::new));
    }
    c.getMany(sent);
  }

  /** One group with so many pending entries. */
  FilledServer pending(String key, int entries) {
    try (Connection c = new Connection("127.0.0.1", server.port())) {
      for (int done = 0; done < entries; done += 10_000) {
        for (int i = 0; i < 10_000; i++) {
          send(c, "XADD", key, "*", "type", "order.created");
        }
        c.getMany(10_000);
      }
      send(c, "XGROUP", "CREATE", key, "g", "0");
      c.getMany(1);
      for (int done = 0; done < entries; done += 5_000) {
        send(c, ("XREADGROUP GROUP g c1 COUNT 5000 STREAMS " + key + " >").split(" "));
        c.getMany(1);
      }
    }
    return this;
  }

  /** Streams of entries of that size, half of them unread. */
  FilledServer large(int streams, int bytes) {
    String payload = "x".repeat(bytes);
    try (Connection c = new Connection("127.0.0.1", server.port())) {
      for (int i = 0; i < streams; i++) {
        String key = "large:" + i;
        for (int k = 0; k < 4; k++) {
          send(c, "XADD", key, "*", "payload", payload);
        }
        send(c, "XGROUP", "CREATE", key, "g", "0");
        send(c, ("XREADGROUP GROUP g c1 COUNT 2 STREAMS " + key + " >").split(" "));
        c.getMany(6);
      }
    }
    return this;
  }

  private static int send(Connection c, String... words) {
    ProtocolCommand command = () -> words[0].getBytes(StandardCharsets.US_ASCII);
    c.sendCommand(command, Arrays.copyOfRange(words, 1, words.length));
    return 1;
  }

  /** Milliseconds of processor that the server has used. */
  double cpuMs() throws RedisUnavailable {
    String info = Reply.text(own.one(new Ask("INFO", Ask.ascii("cpu"))));
    return info.lines()
        .filter(l -> l.startsWith("used_cpu_user:") || l.startsWith("used_cpu_sys:"))
        .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(':') + 1)) * 1e3)
        .sum();
  }

  void logCommandsFrom(int micros) throws RedisUnavailable {
    own.one(ask("CONFIG", "SET", "slowlog-log-slower-than", Integer.toString(micros)));
    own.one(ask("SLOWLOG", "RESET"));
  }

  /**
   * The longest stop of the server by one command of the log: the least of five repetitions of each
   * of the longest, so that a server that had to wait for a processor does not count.
   */
  String longestStop() throws RedisUnavailable {
    List<?> log = new ArrayList<>(Reply.list(own.one(ask("SLOWLOG", "GET", "100000"))));
    log.removeIf(e -> words(e).get(0).matches("CONFIG|SLOWLOG|INFO|config|slowlog|info"));
    log.sort((a, b) -> Long.compare(micros(b), micros(a)));
    long longest = 0;
    String what = "none";
    for (Object entry : log.subList(0, Math.min(12, log.size()))) {
      long least = Long.MAX_VALUE;
      List<String> words = words(entry);
      for (int i = 0; i < 5; i++) {
        logCommandsFrom(0);
        own.one(ask(words.toArray(String[]::new)));
        for (Object again : Reply.list(own.one(ask("SLOWLOG", "GET", "4")))) {
          least = words(again).equals(words) ? Math.min(least, micros(again)) : least;
        }
      }
      if (least != Long.MAX_VALUE && least > longest) {
        longest = least;
        what = String.join(" ", words);
      }
    }
    return String.format(Locale.ROOT, "%.3f ms (%s)", longest / 1e3, what);
  }

  private static long micros(Object entry) {
    return Reply.number(Reply.list(entry).get(2));
  }

  private static List<String> words(Object entry) {
    return Reply.list(Reply.list(entry).get(3)).stream().map(Reply::text).toList();
  }

  private static Ask ask(String... words) {
    byte[][] args = new byte[words.length - 1][];
    for (int i = 1; i < words.length; i++) {
      args[i - 1] = words[i].getBytes(StandardCharsets.UTF_8);
    }
    return new Ask(words[0], args);
  }

  @Override
  public void close() {
    own.close();
    server.close();
  }
}
