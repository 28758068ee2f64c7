package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The same bytes in many random pieces: {@code ChunkBench [splits]}; ends with 1 on a difference. */
public final class ChunkBench {
  private static final Instant WRITTEN = Instant.parse("2026-03-02T00:00:00Z");

  private ChunkBench() {}

  public static void main(String[] args) throws IOException {
    int splits = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    byte[] log = new GeneratedLog(11).bytes(400);
    List<String> whole = said(log, new Random(0), log.length);
    int different = 0;
    for (int i = 0; i < splits; i++) {
      Random random = new Random(i);
      int most = 1 + random.nextInt(random.nextBoolean() ? 50 : 5_000);
      different += said(log, random, most).equals(whole) ? 0 : 1;
    }
    System.out.println(
        splits + " splits of " + log.length + " bytes, " + whole.size() + " findings, " + different
            + " different");
    System.exit(different == 0 ? 0 : 1);
  }

  private static List<String> said(byte[] log, Random random, int most) throws IOException {
    LogInput input =
        new LogInput(
            "orders",
            "orders.log",
            WRITTEN,
            () ->
                new ByteArrayInputStream(log) {
                  @Override
                  public synchronized int read(byte[] into, int from, int length) {
                    return super.read(into, from, Math.min(length, 1 + random.nextInt(most)));
                  }
                });
    Path folder = Files.createTempDirectory("chunks");
    try (AgentHarness harness = AgentHarness.in(folder, Duration.ofSeconds(1), new Secrets())) {
      harness.start(() -> new LogReading(Thresholds.DEFAULT, List.of(input), new Secrets()));
      List<Finding> found = harness.finish().findings();
      return LogReadingTest.said(found);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
