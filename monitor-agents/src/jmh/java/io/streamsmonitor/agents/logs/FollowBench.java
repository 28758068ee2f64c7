package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.follow.LogFollower;
import io.streamsmonitor.agents.logs.follow.LogPlace;
import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Stage;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.WallClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.fleet.LineTap;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The follower and the Log Watcher in real time on real files. {@code FollowBench latency [lines]}:
 * line written to one of seven files until its finding is on disk. {@code FollowBench rename|copy
 * [seconds]}: 10,000 lines a second under rotation; what was lost, what was seen twice, and whether
 * a loss was reported.
 */
public final class FollowBench implements AutoCloseable {
  private final WallClock clock = new WallClock();
  private final SessionEvents events = new SessionEvents();
  private final Path root = Files.createTempDirectory("follow");
  private final Path app = Files.createDirectories(root.resolve("app"));
  private final Workspace workspace;
  private final LineTap tap;
  private final LogFollower follower;
  private final AgentRun run;
  private final Appender heartbeats;
  private final Map<Integer, Integer> seen = new HashMap<>();
  private int gaps;

  private FollowBench(int services, String glob) throws IOException {
    workspace = new Workspace(root.resolve("session"));
    for (Path folder : workspace.folders()) {
      Files.createDirectories(folder);
    }
    tap =
        new LineTap(
            workspace,
            clock::now,
            line -> {
              count(line.text());
              events.publish(line);
            });
    List<LogPlace> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      Files.createFile(app.resolve("s" + i + ".log"));
      places.add(new LogPlace("s" + i, app, glob.replace("?", "" + i)));
      names.add("s" + i);
    }
    follower =
        new LogFollower(
            clock,
            tap,
            workspace.root(),
            places,
            gap -> {
              gaps++;
              events.publish(gap);
            });
    Window window = new Window(clock.now(), clock.now().plus(Duration.ofHours(1)));
    Stage stage =
        new Stage(clock, window, workspace, events, new FindingFeed(), new Secrets(), List.of());
    heartbeats = new Appender(workspace.heartbeats());
    run = new AgentRun(() -> new LogWatcher(Thresholds.DEFAULT, names), stage, heartbeats);
    run.start();
    follower.begin();
  }

  private synchronized void count(String text) {
    int at = text.indexOf("#");
    if (at >= 0) {
      seen.merge(Integer.parseInt(text.substring(at + 1)), 1, Integer::sum);
    }
  }

  public static void main(String[] args) throws Exception {
    int amount = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    switch (args.length == 0 ? "latency" : args[0]) {
      case "rename" -> rotation(true, amount == 0 ? 10 : amount);
      case "copy" -> rotation(false, amount == 0 ? 10 : amount);
      default -> latency(amount == 0 ? 300 : amount);
    }
    System.exit(0);
  }

  private static void latency(int lines) throws Exception {
    try (FollowBench bench = new FollowBench(7, "s?.log")) {
      Path journal = bench.workspace.journal(AgentId.LOG_WATCHER);
      double[] ms = new double[lines];
      Thread.sleep(500);
      for (int i = -20; i < lines; i++) {
        // Each its own template: each is a finding of its own.
        String word = Integer.toString(i + 100, 26).replaceAll("[0-9]", "z") + "q" + letters(i);
        String text = "2026-03-01 10:00:00.000 ERROR [main] a.B - no " + word + " of order\n";
        Path file = bench.app.resolve("s" + Math.floorMod(i, 7) + ".log");
        long size = Files.size(journal);
        long begin = System.nanoTime();
        Files.writeString(file, text, StandardOpenOption.APPEND);
        while (Files.size(journal) == size && System.nanoTime() - begin < 2e9) {
          Thread.onSpinWait();
        }
        if (i >= 0) {
          ms[i] = (System.nanoTime() - begin) / 1e6;
        }
        Thread.sleep(3 + i % 11 + 11);
      }
      Arrays.sort(ms);
      System.out.printf(
          Locale.ROOT,
          "line written -> finding on disk, 7 files, %d lines: p50 %.1f ms, p90 %.1f, p99 %.1f, max"
              + " %.1f%n",
          lines,
          ms[lines / 2],
          ms[lines * 9 / 10],
          ms[lines * 99 / 100],
          ms[lines - 1]);
    }
  }

  private static String letters(int number) {
    StringBuilder out = new StringBuilder();
    for (int n = number + 1_000; n > 0; n /= 20) {
      out.append((char) ('g' + n % 20));
    }
    return out.toString();
  }

  private static void rotation(boolean rename, int seconds) throws Exception {
    try (FollowBench bench = new FollowBench(1, "s?.log*")) {
      Path file = bench.app.resolve("s0.log");
      int total = seconds * 10_000;
      int rotations = 0;
      long begin = System.nanoTime();
      RandomAccessFile writer = new RandomAccessFile(file.toFile(), "rw");
      for (int i = 0; i < total; i++) {
        writer.write(
            ("2026-03-01 10:00:00.000 INFO [main] a.B - handled #" + i + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        if (i % 100 == 99) {
          long due = begin + (i + 1) * 100_000L;
          while (System.nanoTime() < due) {
            Thread.sleep(1);
          }
        }
        if (i % 2_500 == 2_499) {
          rotations++;
          if (rename) {
            for (int n = 4; n >= 1; n--) {
              Path from = bench.app.resolve("s0.log." + n);
              if (Files.exists(from)) {
                Files.move(from, bench.app.resolve("s0.log." + (n + 1)), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
              }
            }
            Files.move(file, bench.app.resolve("s0.log.1"));
            writer.write("2026-03-01 10:00:00.000 INFO [main] a.B - late\n".getBytes(StandardCharsets.US_ASCII));
            writer.close();
            writer = new RandomAccessFile(file.toFile(), "rw");
          } else {
            Files.copy(file, bench.app.resolve("s0.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            writer.setLength(0);
            writer.seek(0);
          }
        }
      }
      writer.close();
      Thread.sleep(3_000);
      bench.follower.close();
      long lost = 0;
      long twice = 0;
      for (int i = 0; i < total; i++) {
        int times = bench.seen.getOrDefault(i, 0);
        lost += times == 0 ? 1 : 0;
        twice += times > 1 ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %d lines at %.0f lines/s, %d rotations: %d lost, %d seen twice, %d truncations reported%n",
          rename ? "rename" : "copy and truncate",
          total,
          total / ((System.nanoTime() - begin) / 1e9 - 3),
          rotations,
          lost,
          twice,
          bench.gaps);
    }
  }

  @Override
  public void close() {
    follower.close();
    run.end();
    tap.close();
    heartbeats.close();
    clock.close();
  }
}
