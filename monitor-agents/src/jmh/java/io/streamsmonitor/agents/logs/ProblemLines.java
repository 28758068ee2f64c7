package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.Usage;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.problem.ProblemJudge;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.trace.TraceJoiner;
import io.streamsmonitor.core.model.RawLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Precision and recall of problem lines on labelled logs: {@code ProblemLines FOLDER|FILE…
 * [--wrong]}. Beside {@code x.log} stands {@code x.log.labels}, a line for each line of the log:
 * {@code 1} a problem, {@code 0} none, {@code ?} not counted. A stack trace counts at its first
 * line. {@code --wrong} prints every line that was judged wrongly.
 */
public final class ProblemLines {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final boolean wrong;
  private long right;
  private long tooMuch;
  private long missed;

  private ProblemLines(boolean wrong) {
    this.wrong = wrong;
  }

  public static void main(String[] args) throws IOException {
    Usage.atLeast(1, args, "agents.logs.ProblemLines FOLDER|FILE... [--wrong]");
    ProblemLines bench = new ProblemLines(List.of(args).contains("--wrong"));
    for (String arg : args) {
      if (!arg.startsWith("--")) {
        for (Path log : logs(Path.of(arg))) {
          bench.judge(log);
        }
      }
    }
    bench.print("all", bench.right, bench.tooMuch, bench.missed);
  }

  private static List<Path> logs(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(f -> Files.exists(Path.of(f + ".labels"))).sorted().toList();
    }
  }

  private void judge(Path log) throws IOException {
    String text = Files.readString(log, StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().toList();
    List<String> labels = Files.readAllLines(Path.of(log + ".labels"));
    BitSet problems = problems(lines);
    long[] score = new long[3];
    for (int i = 0; i < Math.min(lines.size(), labels.size()); i++) {
      boolean truth = labels.get(i).startsWith("1");
      if (labels.get(i).startsWith("?") || (!truth && !problems.get(i))) {
        continue;
      }
      int verdict = truth && problems.get(i) ? 0 : truth ? 2 : 1;
      score[verdict]++;
      if (wrong && verdict > 0) {
        String line = lines.get(i);
        System.out.printf(
            "%s %s:%d: %s%n",
            verdict == 1 ? "TOO MUCH" : "MISSED",
            log.getFileName(),
            i + 1,
            line.substring(0, Math.min(260, line.length())));
      }
    }
    right += score[0];
    tooMuch += score[1];
    missed += score[2];
    print(String.valueOf(log.getFileName()), score[0], score[1], score[2]);
  }

  /** Numbers of the lines, from 0, that open a problem. */
  private static BitSet problems(List<String> lines) {
    BitSet out = new BitSet();
    List<LogEvent> events = new ArrayList<>();
    TraceJoiner joiner =
        new TraceJoiner(
            (LogEntry entry) -> {
              if (ProblemJudge.judge(entry.first(), entry.stack()) != null) {
                out.set((int) entry.first().raw().offset());
              }
            });
    for (int i = 0; i < lines.size(); i++) {
      byte[] bytes = lines.get(i).getBytes(StandardCharsets.ISO_8859_1);
      events.add(LogParser.parse(new RawLine("it", "it", i, bytes, NOW, false, 0)));
    }
    events.forEach(joiner::accept);
    joiner.end();
    return out;
  }

  private void print(String name, long hit, long extra, long lost) {
    System.out.printf(
        Locale.ROOT,
        "%-24s precision %.3f  recall %.3f   right %d, too much %d, missed %d%n",
        name,
        hit + extra == 0 ? 1.0 : (double) hit / (hit + extra),
        hit + lost == 0 ? 1.0 : (double) hit / (hit + lost),
        hit,
        extra,
        lost);
  }
}
