package io.streamsmonitor.envelope;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * What the instrumentation costs beside Redis: {@code RedisSpeed [rounds] [messages a round] [rows]},
 * the rows given by how their names begin.
 *
 * <p>Each row beside the same work done by hand. All in one JVM, in an order drawn anew each round;
 * the figure is the median over the rounds of the median of a round. Where taskset is there, client
 * and server share one core: on two they would measure the scheduler. The last columns are the mean,
 * into which every write of the lines' file goes, the CPU time of the whole process, its writer of
 * lines included, and what the caller's thread allocates.
 */
public final class RedisSpeed {
  private static final String PAYLOAD = BenchPayload.TEXT;
  private static final Map<String, String> BARE = Map.of("payload", PAYLOAD);
  private static final XAddParams TRIM = XAddParams.xAddParams().maxLen(10_000).approximateTrimming();
  private static final int BATCH = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final RedisClient plain;
  private final MonitoredRedis monitored;
  private final AsyncFileSink sink;
  private final Path lines;
  private final Random random = new Random(3);

  private RedisSpeed(
      RedisClient plain, MonitoredRedis monitored, AsyncFileSink sink, Path lines) {
    this.plain = plain;
    this.monitored = monitored;
    this.sink = sink;
    this.lines = lines;
  }

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
    String only = args.length > 2 ? args[2] : "";
    Path lines = Files.createTempFile("lines", ".log");
    try (RedisServer server = RedisServer.start();
        AsyncFileSink sink = AsyncFileSink.to(lines);
        RedisClient plain =
            RedisClient.builder().hostAndPort(server.address()).build();
        MonitoredRedis monitored =
            MonitoredRedis.builder("payments").redis(server.uri()).sink(sink).start()) {
      new RedisSpeed(plain, monitored, sink, lines).run(rounds, messages, only, server.pid());
      memory(server, plain, monitored);
    } finally {
      Files.delete(lines);
    }
  }

  private void run(int rounds, int messages, String only, long server) throws IOException {
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
    rows.keySet().removeIf(name -> !name.startsWith(only));
    Map<String, List<Round>> results = new LinkedHashMap<>();
    rows.keySet().forEach(name -> results.put(name, new ArrayList<>()));
    warmUp(rows.values());
    boolean pinned = pin(ProcessHandle.current().pid()) && pin(server);
    System.out.println(pinned ? "client and server pinned to core 0" : "not pinned");
    for (int round = -1; round < rounds; round++) {
      List<String> order = new ArrayList<>(rows.keySet());
      Collections.shuffle(order, random);
      for (String name : order) {
        forgetLines();
        boolean single = name.startsWith("publish");
        Round result =
            round(
                rows.getOrDefault(name, () -> {}),
                single ? messages : messages / 30,
                single ? 1 : BATCH);
        if (round >= 0) {
          results.getOrDefault(name, new ArrayList<>()).add(result);
        }
      }
    }
    print(results);
  }

  /** On all cores: the compiler's threads would compete with the rows for a single one. */
  private void warmUp(Collection<Runnable> rows) throws IOException {
    long end = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < end) {
      for (Runnable row : rows) {
        for (int i = 0; i < 50; i++) {
          row.run();
        }
        forgetLines();
      }
    }
  }

  /** Gigabytes of lines would measure the disk. */
  private void forgetLines() throws IOException {
    sink.flush();
    Files.newOutputStream(lines).close();
  }

  private static void print(Map<String, List<Round>> results) {
    double bare = 0;
    double same = 0;
    System.out.println(
        "row                        ns/message   vs bare   vs same fields"
            + "   mean ns   CPU ns   B/message");
    for (Map.Entry<String, List<Round>> row : results.entrySet()) {
      double nanos = middle(row.getValue(), Round::medianNanos);
      bare = row.getKey().endsWith("bare") ? nanos : bare;
      same = row.getKey().endsWith("same fields") ? nanos : same;
      boolean ours = row.getKey().endsWith("instrumented");
      System.out.printf(
          "%-25s %11.0f %9.2f %16s %9.0f %8.0f %11.0f%n",
          row.getKey(),
          nanos,
          nanos / bare,
          ours ? "%.3f".formatted(nanos / same) : "",
          middle(row.getValue(), Round::meanNanos),
          middle(row.getValue(), Round::cpuNanos),
          middle(row.getValue(), Round::bytes));
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

  private static Round round(Runnable work, int times, int messages) {
    double[] nanos = new double[times];
    long cpu = SYSTEM.getProcessCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - begun;
    }
    double all = (double) times * messages;
    double mean = (System.nanoTime() - start) / all;
    double bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / all;
    double cpuNanos = (SYSTEM.getProcessCpuTime() - cpu) / all;
    Arrays.sort(nanos);
    return new Round(nanos[times / 2] / messages, mean, cpuNanos, bytes);
  }

  private static double middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
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
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Round(double medianNanos, double meanNanos, double cpuNanos, double bytes) {}
}
