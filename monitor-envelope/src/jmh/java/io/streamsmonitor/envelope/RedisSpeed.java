package io.streamsmonitor.envelope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * What the instrumentation costs beside Redis: {@code RedisSpeed [rounds] [messages a round]}.
 *
 * <p>Each row beside the same work done by hand. All in one JVM, in an order drawn anew each round;
 * the figure is the median over the rounds of the median of a round. Where taskset is there, client
 * and server share one core: on two they would measure the scheduler.
 */
public final class RedisSpeed {
  private static final String PAYLOAD = BenchPayload.TEXT;
  private static final Map<String, String> BARE = Map.of("payload", PAYLOAD);
  private static final XAddParams TRIM = XAddParams.xAddParams().maxLen(10_000).approximateTrimming();
  private static final int BATCH = 100;

  private final RedisClient plain;
  private final MonitoredRedis monitored;
  private final Random random = new Random(3);

  private RedisSpeed(RedisClient plain, MonitoredRedis monitored) {
    this.plain = plain;
    this.monitored = monitored;
  }

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
    Path lines = Files.createTempFile("lines", ".log");
    try (RedisServer server = RedisServer.start();
        AsyncFileSink sink = AsyncFileSink.to(lines);
        RedisClient plain =
            RedisClient.builder().hostAndPort(server.address()).build();
        MonitoredRedis monitored =
            MonitoredRedis.builder("payments").redis(server.uri()).sink(sink).start()) {
      boolean pinned = pin(ProcessHandle.current().pid()) && pin(server.pid());
      System.out.println(pinned ? "client and server pinned to core 0" : "not pinned");
      new RedisSpeed(plain, monitored).run(rounds, messages);
      memory(server, plain, monitored);
    } finally {
      Files.delete(lines);
    }
  }

  private void run(int rounds, int messages) {
    Map<String, Runnable> rows = new LinkedHashMap<>();
    rows.put("publish, bare", () -> plain.xadd("a", TRIM, BARE));
    rows.put("publish, same fields", () -> plain.xadd("b", TRIM, fields()));
    rows.put("publish, instrumented", () -> monitored.jedis().xadd("c", TRIM, BARE));
    rows.put("pipeline, bare", () -> pipeline(plain, "d", true));
    rows.put("pipeline, same fields", () -> pipeline(plain, "e", false));
    rows.put("pipeline, instrumented", () -> pipeline(monitored.jedis(), "f", true));
    rows.put("cycle, bare", () -> cycle(plain, "g", true));
    rows.put("cycle, same fields", () -> cycle(plain, "h", false));
    rows.put("cycle, instrumented", () -> cycle(monitored.jedis(), "i", true));
    for (String stream : List.of("g", "h", "i")) {
      plain.xgroupCreate(stream, "group", new StreamEntryID("0-0"), true);
    }
    Map<String, List<Double>> medians = new LinkedHashMap<>();
    rows.keySet().forEach(name -> medians.put(name, new ArrayList<>()));
    for (int round = -3; round < rounds; round++) {
      List<String> order = new ArrayList<>(rows.keySet());
      Collections.shuffle(order, random);
      for (String name : order) {
        boolean single = name.startsWith("publish");
        double nanos = median(rows.getOrDefault(name, () -> {}), single ? messages : messages / 30);
        if (round >= 0) {
          medians.getOrDefault(name, new ArrayList<>()).add(single ? nanos : nanos / BATCH);
        }
      }
    }
    print(medians);
  }

  private static void print(Map<String, List<Double>> medians) {
    double bare = 0;
    double same = 0;
    System.out.println("row                        ns/message   vs bare   vs same fields");
    for (Map.Entry<String, List<Double>> row : medians.entrySet()) {
      double nanos = middle(row.getValue());
      bare = row.getKey().endsWith("bare") ? nanos : bare;
      same = row.getKey().endsWith("same fields") ? nanos : same;
      boolean ours = row.getKey().endsWith("instrumented");
      System.out.printf(
          "%-25s %11.0f %9.2f %16s%n",
          row.getKey(), nanos, nanos / bare, ours ? "%.3f".formatted(nanos / same) : "");
    }
  }

  /** What a service that makes its own envelopes sends. */
  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("payload", PAYLOAD);
    fields.put("correlationId", Ids.correlation());
    fields.put("traceId", Ids.trace());
    fields.put("spanId", Ids.span());
    fields.put("originService", "payments");
    fields.put("publishedAt", Iso.millis(System.currentTimeMillis()));
    fields.put("schemaVersion", "1.0");
    return fields;
  }

  private static void pipeline(RedisClient client, String stream, boolean bare) {
    try (Pipeline pipeline = client.pipelined()) {
      for (int i = 0; i < BATCH; i++) {
        pipeline.xadd(stream, TRIM, bare ? BARE : fields());
      }
      pipeline.sync();
    }
  }

  private static void cycle(RedisClient client, String stream, boolean bare) {
    pipeline(client, stream, bare);
    List<StreamEntryID> ids = new ArrayList<>(BATCH);
    for (Map.Entry<String, List<StreamEntry>> read :
        client.xreadGroup(
            "group",
            "consumer",
            XReadGroupParams.xReadGroupParams().count(BATCH),
            Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))) {
      read.getValue().forEach(entry -> ids.add(entry.getID()));
    }
    if (client.xack(stream, "group", ids.toArray(StreamEntryID[]::new)) != BATCH) {
      throw new IllegalStateException("not every message came back");
    }
  }

  private static double median(Runnable work, int times) {
    double[] nanos = new double[times];
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos[times / 2];
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void memory(RedisServer server, RedisClient plain, MonitoredRedis monitored) {
    int messages = 20_000;
    XAddParams all = XAddParams.xAddParams();
    for (int i = 0; i < messages; i += BATCH) {
      try (Pipeline bare = plain.pipelined();
          Pipeline enveloped = monitored.jedis().pipelined()) {
        for (int j = 0; j < BATCH; j++) {
          bare.xadd("memory-bare", all, BARE);
          enveloped.xadd("memory-enveloped", all, BARE);
        }
      }
    }
    try (Jedis jedis = server.connect()) {
      for (String stream : List.of("memory-bare", "memory-enveloped")) {
        System.out.printf(
            "%s: %.1f B a message of %d B%n",
            stream, (double) jedis.memoryUsage(stream, 0) / messages, PAYLOAD.length());
      }
    }
  }

  private static boolean pin(long pid) {
    try {
      return new ProcessBuilder("taskset", "-a", "-p", "-c", "0", Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (java.io.IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
