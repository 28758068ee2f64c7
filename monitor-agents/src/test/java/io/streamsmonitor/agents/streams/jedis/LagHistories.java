package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * The resolved lag against counting every unread entry, over generated histories of everything that
 * makes the server's own lag wrong. A lag that is not what counting says fails at once, with the
 * history that led there.
 */
final class LagHistories {
  private static final int AT_ONCE = 20;
  private static final int STEPS = 40;
  private static final long LIMIT = 100;
  private static final String[] GROUPS = {"g0", "g1", "g2"};

  private final RedisServer server;
  private final Random random = new Random(7);
  private final long[] newest = new long[AT_ONCE];
  private long compared;
  private long exact;
  private long serverWrong;
  private long aboveLimit;

  LagHistories(RedisServer server) {
    this.server = server;
  }

  /** Runs so many histories, rounded to whole rounds. */
  LagHistories run(int histories) throws RedisUnavailable {
    int rounds = Math.max(1, histories / AT_ONCE);
    try (Jedis redis = server.jedis()) {
      for (int round = 0; round < rounds; round++) {
        redis.flushAll();
        try (RedisProbe probe = JedisProbe.connect(server.url(), StreamFilter.ALL)) {
          histories(redis, probe);
        }
      }
    }
    return this;
  }

  long compared() {
    return compared;
  }

  long exact() {
    return exact;
  }

  long serverWrong() {
    return serverWrong;
  }

  long aboveLimit() {
    return aboveLimit;
  }

  /** One line of counts. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%d lags compared, 0 wrong, %d exact, %d above %d and said so; the server's own wrong or"
            + " absent in %d",
        compared,
        exact,
        aboveLimit,
        LIMIT,
        serverWrong);
  }

  private void histories(Jedis redis, RedisProbe probe) throws RedisUnavailable {
    for (int s = 0; s < AT_ONCE; s++) {
      newest[s] = 0;
      create(redis, s);
    }
    List<List<String>> told = new ArrayList<>();
    for (int s = 0; s < AT_ONCE; s++) {
      told.add(new ArrayList<>());
    }
    for (int step = 0; step < STEPS; step++) {
      for (int s = 0; s < AT_ONCE; s++) {
        for (int n = random.nextInt(3); n >= 0; n--) {
          told.get(s).add(act(redis, s));
        }
        told.get(s).add("look");
      }
      StreamPoll poll = random.nextInt(8) == 0 ? probe.survey() : probe.poll();
      for (StreamSnapshot stream : poll.streams()) {
        int s = Integer.parseInt(stream.name().display().substring(1));
        stream.groups().forEach(g -> compare(redis, stream, g, told.get(s)));
      }
    }
  }

  private void compare(Jedis redis, StreamSnapshot stream, GroupSnapshot group, List<String> told) {
    String name = stream.name().display();
    Object unread =
        send(redis, "XRANGE", name, "(" + group.lastDelivered(), "+", "COUNT", "100000");
    long truth = ((List<?>) unread).size();
    Lag lag = Objects.requireNonNull(group.lag());
    compared++;
    exact += lag.exact() ? 1 : 0;
    Long own = group.serverLag();
    serverWrong += own == null || own != truth ? 1 : 0;
    boolean above = truth > LIMIT;
    aboveLimit += above ? 1 : 0;
    assertThat(lag.surelyAbove(LIMIT)).as("%s > %s", lag, LIMIT).isEqualTo(above);
    if (lag.exact()) {
      assertThat(lag.value()).as("%s %s %s after %s", name, group, stream, told).isEqualTo(truth);
    } else if (lag.method().equals(Lag.AT_LEAST)) {
      assertThat(lag.value()).isLessThanOrEqualTo(truth);
    } else {
      assertThat(lag.value()).isGreaterThanOrEqualTo(truth);
    }
  }

  private void create(Jedis redis, int s) {
    for (String group : GROUPS) {
      String from = random.nextBoolean() ? "$" : "0-0";
      send(redis, "XGROUP", "CREATE", "s" + s, group, from, "MKSTREAM");
    }
  }

  private String act(Jedis redis, int s) {
    String key = "s" + s;
    String group = GROUPS[random.nextInt(GROUPS.length)];
    String any = Math.max(0, newest[s] - random.nextInt(30)) + "-0";
    String[] command =
        switch (random.nextInt(32)) {
          case 0, 1 -> new String[] {"XDEL", key, any};
          case 2 -> new String[] {"XTRIM", key, "MAXLEN", "" + random.nextInt(20)};
          case 3 -> new String[] {"XTRIM", key, "MINID", any};
          case 4 -> new String[] {"XSETID", key, (newest[s] += 1 + random.nextInt(5)) + "-0"};
          case 5 -> new String[] {"XGROUP", "SETID", key, group, any};
          case 6 ->
              new String[] {
                "XGROUP", "SETID", key, group, any, "ENTRIESREAD", "" + random.nextInt(50)
              };
          case 7, 8, 9, 10, 11 -> read(key, group, 1 + random.nextInt(6));
          case 12 -> read(key, group, 100);
          case 13, 14 ->
              new String[] {
                "XADD", key, "MAXLEN", "" + (5 + random.nextInt(30)), ++newest[s] + "-0", "f", "v"
              };
          case 15 -> new String[] {"XGROUP", "SETID", key, group, "$"};
          case 17 ->
              new String[] {
                "XSETID",
                key,
                (newest[s] += 1 + random.nextInt(5)) + "-0",
                "ENTRIESADDED",
                "" + random.nextInt(200),
                "MAXDELETEDID",
                Math.max(0, newest[s] - random.nextInt(30)) + "-0"
              };
          case 18 -> burst(redis, s);
          case 16 -> random.nextInt(20) == 0 ? remade(redis, s) : new String[] {"XLEN", key};
          default -> {
            newest[s] += 1 + random.nextInt(3);
            yield new String[] {"XADD", key, newest[s] + "-0", "f", "v"};
          }
        };
    send(redis, command);
    return String.join(" ", command);
  }

  private String[] burst(Jedis redis, int s) {
    int count = 20 + random.nextInt(80);
    try (Pipeline pipe = redis.pipelined()) {
      for (int n = 0; n < count; n++) {
        pipe.sendCommand(word("XADD"), "s" + s, ++newest[s] + "-0", "f", "v");
      }
    }
    return new String[] {"XLEN", "s" + s};
  }

  private String[] remade(Jedis redis, int s) {
    redis.del("s" + s);
    newest[s] = random.nextInt(10);
    create(redis, s);
    return new String[] {"XLEN", "s" + s};
  }

  private static String[] read(String key, String group, int count) {
    return new String[] {
      "XREADGROUP", "GROUP", group, "c", "COUNT", "" + count, "STREAMS", key, ">"
    };
  }

  private static Object send(Jedis redis, String... words) {
    ProtocolCommand command = word(words[0]);
    String[] args = Arrays.copyOfRange(words, 1, words.length);
    try {
      return redis.sendCommand(command, args);
    } catch (JedisDataException refused) {
      // an id that is too small, or no such entry: that step did nothing
      return List.of();
    }
  }

  private static ProtocolCommand word(String text) {
    return () -> text.getBytes(StandardCharsets.US_ASCII);
  }
}
