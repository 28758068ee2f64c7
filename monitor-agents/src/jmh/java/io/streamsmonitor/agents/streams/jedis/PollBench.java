package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.agents.streams.DeliveryWatch;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.StreamHistory;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.agents.streams.StreamRules;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import redis.clients.jedis.Connection;
import redis.clients.jedis.commands.ProtocolCommand;

/**
 * One look at N streams with 3 groups and 2 consumers each, a part of them interesting, against the
 * lean floor (GROUPS and STREAM of every stream, replies not looked at) of the same run: {@code
 * PollBench [N] [percent] [polls]}.
 */
public final class PollBench {
  private PollBench() {}

  public static void main(String[] args) throws RedisUnavailable {
    int n = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int percent = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int polls = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    try (RedisServer server = RedisServer.fresh();
        JedisProbe probe = JedisProbe.connect(server.url(), StreamFilter.ALL);
        Wire wire = Wire.open(RedisAddress.parse(server.url()))) {
      fill(server, n, percent);
      Thresholds limits = Thresholds.DEFAULT.polling(Duration.ofSeconds(5));
      StreamHistory history = new StreamHistory(limits, StreamKnowledge.NONE, new DeliveryWatch());
      StreamRules rules = new StreamRules();
      List<Ask> lean = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        byte[] key = key(i).getBytes(StandardCharsets.UTF_8);
        lean.add(Ask.groups(key));
        lean.add(Ask.stream(key));
      }
      double[] look = new double[polls];
      double[] judge = new double[polls];
      double[] floor = new double[polls];
      double lookCpu = 0;
      double floorCpu = 0;
      long drafts = 0;
      int commands = 0;
      Instant at = Instant.parse("2026-01-01T00:00:00Z");
      for (int i = -polls; i < polls; i++) {
        double c0 = cpu(wire);
        StreamPoll p = probe.poll();
        double c1 = cpu(wire);
        long t0 = System.nanoTime();
        at = at.plusSeconds(5);
        StreamPoll dated = new StreamPoll(at, p.streams(), p.gaps(), p.commands(), p.wallMicros());
        long[] count = {0};
        rules.check(history.look(dated), false).values().forEach(said -> count[0] += said.size());
        long t1 = System.nanoTime();
        double c2 = cpu(wire);
        long t2 = System.nanoTime();
        wire.all(lean);
        long t3 = System.nanoTime();
        double c3 = cpu(wire);
        if (i == -polls) {
          System.out.printf(
              Locale.ROOT, "first look %.1f ms, %d commands%n", p.wallMicros() / 1e3, p.commands());
        }
        if (i >= 0) {
          look[i] = p.wallMicros() / 1e3;
          judge[i] = (t1 - t0) / 1e6;
          floor[i] = (t3 - t2) / 1e6;
          lookCpu += c1 - c0;
          floorCpu += c3 - c2;
          drafts = count[0];
          commands = p.commands();
        }
      }
      System.out.printf(
          Locale.ROOT,
          "N=%d %d%%: look %.2f ms, history+rules %.2f ms (%d drafts), %d commands, lean floor %.2f"
              + " ms; server cpu a look %.2f ms, floor %.2f ms, ratio %.2f%n",
          n,
          percent,
          median(look),
          median(judge),
          drafts,
          commands,
          median(floor),
          lookCpu / polls,
          floorCpu / polls,
          lookCpu / floorCpu);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "heap after gc %.1f MB (%d vanished)%n",
          (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0,
          history.vanished().size());
    }
  }

  private static double cpu(Wire wire) throws RedisUnavailable {
    String info = Reply.text(wire.one(new Ask("INFO", Ask.ascii("cpu"))));
    return info.lines()
        .filter(l -> l.startsWith("used_cpu_user:") || l.startsWith("used_cpu_sys:"))
        .mapToDouble(l -> Double.parseDouble(l.substring(l.indexOf(':') + 1)) * 1e3)
        .sum();
  }

  private static String key(int i) {
    return String.format(Locale.ROOT, "svc:events:%05d", i);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void fill(RedisServer server, int n, int percent) {
    long base = 1_790_000_000_000L;
    try (Connection c = new Connection("127.0.0.1", server.port())) {
      for (int i = 0; i < n; i++) {
        boolean hot = i * (long) percent % 100 < percent;
        int sent = 0;
        String[] ids = new String[30];
        for (int k = 0; k < 30; k++) {
          ids[k] = base + k * 1000L + "-" + i % 7;
          sent +=
              send(
                  c,
                  "XADD",
                  key(i),
                  ids[k],
                  "type",
                  "order.created",
                  "correlationId",
                  "c" + i + "-" + k,
                  "payload",
                  "x".repeat(64));
        }
        for (String g : List.of("billing", "shipping", "audit")) {
          sent += send(c, "XGROUP", "CREATE", key(i), g, "0");
          for (String consumer : List.of("c1", "c2")) {
            sent +=
                send(
                    c,
                    "XREADGROUP",
                    "GROUP",
                    g,
                    consumer,
                    "COUNT",
                    hot ? "10" : "15",
                    "STREAMS",
                    key(i),
                    ">");
          }
          List<String> ack = new ArrayList<>(List.of("XACK", key(i), g));
          ack.addAll(Arrays.asList(ids).subList(hot ? 5 : 0, hot ? 15 : 30));
          sent += send(c, ack.toArray(String[]::new));
        }
        c.getMany(sent);
      }
    }
  }

  private static int send(Connection c, String... words) {
    ProtocolCommand command = () -> words[0].getBytes(StandardCharsets.US_ASCII);
    c.sendCommand(command, Arrays.copyOfRange(words, 1, words.length));
    return 1;
  }
}
