package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.DeliveryWatch;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.StreamHistory;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.agents.streams.StreamRules;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a look costs, its rules included, beside what the same commands cost over a bare socket in
 * the same run. {@code PollBench} prints every row; {@code PollBench N PERCENT [POLLS]} one, and so
 * do {@code PollBench stops} and {@code PollBench heap}.
 */
public final class PollBench {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private PollBench() {}

  public static void main(String[] args) throws RedisUnavailable, IOException {
    try (FilledServer any = new FilledServer()) {
      System.out.println("server: " + any.server.version());
    }
    if (args.length > 1) {
      int polls = args.length > 2 ? Integer.parseInt(args[2]) : 60;
      look(Integer.parseInt(args[0]), Integer.parseInt(args[1]), polls);
      return;
    }
    String only = args.length > 0 ? args[0] : "";
    if (only.isEmpty()) {
      look(1_000, 5, 60);
      look(1_000, 100, 40);
      look(10_000, 5, 20);
    }
    if (only.isEmpty() || only.equals("stops")) {
      stops();
    }
    if (only.isEmpty() || only.equals("heap")) {
      heap();
    }
    if (only.isEmpty()) {
      DrainBench.main();
    }
  }

  /** An analyst without a session: looks, remembers, judges. */
  private static final class Analyst implements AutoCloseable {
    final RedisProbe probe;
    private final StreamHistory history =
        new StreamHistory(
            Thresholds.DEFAULT.polling(Duration.ofSeconds(5)),
            StreamKnowledge.NONE,
            new DeliveryWatch());
    private final StreamRules rules = new StreamRules();
    private Instant at = START;
    int commands;
    int drafts;
    double probeMs;

    Analyst(String url) throws RedisUnavailable {
      probe = JedisProbe.connect(url, StreamFilter.ALL);
    }

    /** One look, in milliseconds of wall time. */
    double look() throws RedisUnavailable {
      long begun = System.nanoTime();
      StreamPoll p = probe.poll();
      probeMs = (System.nanoTime() - begun) / 1e6;
      at = at.plusSeconds(5);
      StreamPoll dated = new StreamPoll(at, p.streams(), p.gaps(), p.commands(), p.wallMicros());
      drafts = rules.check(history.look(dated), false).values().stream().mapToInt(d -> d.size()).sum();
      commands = p.commands();
      return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() {
      probe.close();
    }
  }

  private static void look(int n, int percent, int polls) throws RedisUnavailable, IOException {
    try (FilledServer filled = new FilledServer().streams(n, percent);
        RawFloor.Relay relay = new RawFloor.Relay(filled.server.port())) {
      byte[] same;
      try (Analyst seen = new Analyst(relay.url())) {
        for (int i = 0; i < 16; i++) {
          relay.taken();
          seen.look();
        }
        same = relay.taken();
      }
      byte[] lean = RawFloor.bytes(FilledServer.lean(n));
      try (Analyst analyst = new Analyst(filled.server.url());
          RawFloor leanFloor = new RawFloor(filled.server.port(), lean);
          RawFloor sameFloor = new RawFloor(filled.server.port(), same)) {
        double[] wall = new double[polls];
        double[] probe = new double[polls];
        double[] leanMs = new double[polls];
        double[] sameMs = new double[polls];
        double[] cpu = new double[3];
        for (int i = -polls; i < polls; i++) {
          double c0 = filled.cpuMs();
          double ms = analyst.look();
          double c1 = filled.cpuMs();
          double floor = leanFloor.run();
          double c2 = filled.cpuMs();
          double again = sameFloor.run();
          double c3 = filled.cpuMs();
          if (i >= 0) {
            wall[i] = ms;
            probe[i] = analyst.probeMs;
            leanMs[i] = floor;
            sameMs[i] = again;
            cpu[0] += (c1 - c0) / polls;
            cpu[1] += (c2 - c1) / polls;
            cpu[2] += (c3 - c2) / polls;
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%d streams, %d%% interesting: wall %.2f ms (probe %.2f, %d drafts), %d commands; raw"
                + " floor lean %.2f ms, same commands %.2f ms; wall/lean %.2f, wall/same %.2f;"
                + " server cpu %.2f ms, lean %.2f, same %.2f; cpu/lean %.2f%n",
            n,
            percent,
            median(wall),
            median(probe),
            analyst.drafts,
            analyst.commands,
            median(leanMs),
            median(sameMs),
            median(wall) / median(leanMs),
            median(wall) / median(sameMs),
            cpu[0],
            cpu[1],
            cpu[2],
            cpu[0] / cpu[1]);
      }
    }
  }

  private static void stops() throws RedisUnavailable {
    try (FilledServer filled = new FilledServer().pending("svc:giant", 1_000_000)) {
      System.out.println("longest stop, PEL of 1,000,000: " + longest(filled));
    }
    try (FilledServer filled = new FilledServer().large(10, 1_000_000)) {
      System.out.println("longest stop, payloads of 1 MB: " + longest(filled));
    }
  }

  private static String longest(FilledServer filled) throws RedisUnavailable {
    try (Analyst analyst = new Analyst(filled.server.url())) {
      filled.logCommandsFrom(0);
      for (int i = 0; i < 20; i++) {
        analyst.look();
      }
      return filled.longestStop();
    }
  }

  private static void heap() throws RedisUnavailable {
    try (FilledServer filled = new FilledServer().streams(10_000, 5)) {
      long before = used();
      try (Analyst analyst = new Analyst(filled.server.url())) {
        for (int i = 0; i < 42; i++) {
          analyst.look();
        }
        long after = used();
        System.out.printf(
            Locale.ROOT,
            "live heap, 10000 streams x 3 groups x 40 samples: %.1f MB (%.1f before), %d drafts%n",
            after / 1048576.0,
            before / 1048576.0,
            analyst.drafts);
      }
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
