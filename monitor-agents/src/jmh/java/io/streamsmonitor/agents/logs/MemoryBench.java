package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What no file may do to the memory: a line of 1 GB, 100,000 templates, 1000 files. {@code
 * BENCH_JAVA_OPTS=-Xmx64m ./bench agents.logs.MemoryBench}.
 */
public final class MemoryBench {
  private static final Instant WRITTEN = Instant.parse("2026-03-02T00:00:00Z");

  private MemoryBench() {}

  public static void main(String[] args) throws IOException {
    System.out.println("max heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    read("a line of 1 GB", List.of(input("long", () -> new Repeated("x", 1_000_000_000L))));
    read("100,000 templates", List.of(input("many", () -> new Templates(100_000))));
    List<LogInput> files = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int file = i;
      files.add(
          input(
              "s" + i,
              () ->
                  bytes(
                      "2026-03-01 10:00:00.000 INFO a.B - fine\n2026-03-01 10:00:01.000 ERROR a.B - no "
                          + file
                          + "\n")));
    }
    read("1000 files", files);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static LogInput input(String service, LogInput.Source source) {
    return new LogInput(service, service + ".log", WRITTEN, source);
  }

  private static void read(String what, List<LogInput> inputs) throws IOException {
    long begin = System.nanoTime();
    Path folder = Files.createTempDirectory("memory");
    try (AgentHarness harness = AgentHarness.in(folder, Duration.ofSeconds(1), new Secrets())) {
      harness.start(() -> new LogReading(Thresholds.DEFAULT, inputs, new Secrets()));
      harness.finish();
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%s: %d findings, %.1f s, heap after gc %.1f MB%n",
          what,
          harness.findings().size(),
          (System.nanoTime() - begin) / 1e9,
          (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0);
    }
  }

  /** The same letters again and again, and no line end. */
  private static final class Repeated extends InputStream {
    private final byte letter;
    private long left;

    Repeated(String letter, long length) {
      this.letter = (byte) letter.charAt(0);
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? letter : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int n = (int) Math.min(length, left);
      java.util.Arrays.fill(into, from, from + n, letter);
      left -= n;
      return n == 0 ? -1 : n;
    }
  }

  /** Errors of which no two have a word in common. */
  private static final class Templates extends InputStream {
    private final int count;
    private int next;
    private InputStream line = bytes("");

    Templates(int count) {
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = line.read(into, from, length);
      if (n < 0 && next < count) {
        String word = Integer.toString(next++, 26).replaceAll("[0-9]", "z") + letters(next);
        line = bytes("2026-03-01 10:00:00.000 ERROR a.B - " + word + " a" + word + " b" + word + "\n");
        n = line.read(into, from, length);
      }
      return n;
    }

    private static String letters(int number) {
      StringBuilder out = new StringBuilder("g");
      for (int n = number; n > 0; n /= 16) {
        out.append((char) ('g' + n % 16));
      }
      return out.toString();
    }
  }
}
