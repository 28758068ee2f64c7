package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.Usage;
import io.streamsmonitor.agents.logs.scan.Needle;
import io.streamsmonitor.agents.logs.scan.NeedleTable;
import io.streamsmonitor.agents.logs.scan.Newlines;
import io.streamsmonitor.core.redact.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * One thread over one file, beside grep, ripgrep and plain Java in the same run, page cache warm,
 * best of five: {@code ScanBench FILE}. First the specification's twelve words and an exact count
 * of lines, then the same and every needle of a secret, then every secret found and judged.
 */
public final class ScanBench {
  private static final List<String> WORDS =
      List.of(
          "ERROR", "FATAL", "EXCEPTION", "UNHANDLED", "UNCAUGHT", "SIGTERM", "SIGKILL", "heap",
          "OOM", "ECONNREFUSED", "ETIMEDOUT", "ECONNRESET");

  private ScanBench() {}

  public static void main(String[] args) throws Exception {
    Usage.atLeast(1, args, "agents.logs.ScanBench FILE");
    Path file = Path.of(args[0]);
    String words = String.join("|", WORDS);
    List<Needle> keywords = new ArrayList<>(WORDS.stream().map(Needle::exactly).toList());
    List<Needle> both = new ArrayList<>(keywords);
    both.addAll(LogNeedles.secrets());
    double naive = speed("naive Java, 12 words", file, 1, () -> naive(file, words));
    double grep = speed("grep -cE, 12 words", file, 5, () -> run("grep", "-a", "-cE", words, file));
    double rg = speed("rg -j1, 12 words", file, 5, () -> run("rg", "-a", "-j1", "-c", words, file));
    Path list = Files.createTempFile("needles", ".txt");
    List<String> letters = new ArrayList<>(WORDS);
    letters.addAll(Secrets.names());
    letters.addAll(Secrets.marks());
    Files.write(list, letters);
    double rgAll =
        speed("rg -j1 -F -i, words and needles", file, 3, () -> fixed("rg", file, list));
    NeedleTable small = new NeedleTable(keywords);
    NeedleTable large = new NeedleTable(both);
    double scan = speed("scan, 12 words, lines", file, 5, () -> scan(file, small));
    double scanAll = speed("scan, words and needles, lines", file, 5, () -> scan(file, large));
    double secrets = speed("secrets found and judged", file, 5, () -> secrets(file));
    System.out.printf(
        Locale.ROOT,
        "12 words: x%.2f rg -j1, x%.2f grep, x%.0f naive; words and needles: x%.2f rg -j1 (12 words),"
            + " x%.2f grep (12 words), x%.2f rg -j1 with the same needles; secrets: %.0f MB/s%n",
        scan / rg,
        scan / grep,
        scan / naive,
        scanAll / rg,
        scanAll / grep,
        scanAll / rgAll,
        secrets);
    Files.delete(list);
  }

  private static double speed(String name, Path file, int times, Callable<Long> task)
      throws Exception {
    double best = 0;
    long said = 0;
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      said = task.call();
      best = Math.max(best, Files.size(file) * 1e3 / (System.nanoTime() - begin));
    }
    System.out.printf(Locale.ROOT, "%-34s %8.0f MB/s  (%d)%n", name, best, said);
    return best;
  }

  private static long scan(Path file, NeedleTable table) throws IOException {
    byte[] buffer = new byte[(1 << 19) + NeedleTable.PADDING];
    long lines = 0;
    long hits = 0;
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer, 0, 1 << 19); n > 0; n = in.read(buffer, kept, (1 << 19) - kept)) {
        int size = kept + n;
        int end = Math.max(Newlines.last(buffer, 0, size) + 1, 1);
        lines += Newlines.count(buffer, 0, end);
        for (int at = table.next(buffer, 0, 0, end); at >= 0; ) {
          hits++;
          int next = Newlines.next(buffer, at, end) + 1;
          at = next >= end ? -1 : table.next(buffer, next, next, end);
        }
        kept = size - end;
        System.arraycopy(buffer, end, buffer, 0, kept);
      }
    }
    return lines + 0 * hits;
  }

  private static long secrets(Path file) throws IOException {
    NeedleTable table = LogNeedles.secret();
    Secrets judge = new Secrets();
    byte[] buffer = new byte[(1 << 19) + NeedleTable.PADDING];
    long found = 0;
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer, 0, 1 << 19); n > 0; n = in.read(buffer, kept, (1 << 19) - kept)) {
        int size = kept + n;
        int end = Math.max(Newlines.last(buffer, 0, size) + 1, 1);
        for (int at = table.next(buffer, 0, 0, end); at >= 0; ) {
          int from = Newlines.last(buffer, 0, at) + 1;
          int to = Newlines.next(buffer, at, end);
          found += judge.find(new String(buffer, from, to - from, StandardCharsets.UTF_8)).size();
          at = to + 1 >= end ? -1 : table.next(buffer, to + 1, to + 1, end);
        }
        kept = size - end;
        System.arraycopy(buffer, end, buffer, 0, kept);
      }
    }
    return found;
  }

  private static long naive(Path file, String words) throws IOException {
    Pattern pattern = Pattern.compile(words);
    long hits = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        hits += pattern.matcher(line).find() ? 1 : 0;
      }
    }
    return hits;
  }

  private static long fixed(String tool, Path file, Path list) throws Exception {
    return run(tool, "-a", "-j1", "-c", "-F", "-i", "-f", list, file);
  }

  private static long run(Object... words) throws Exception {
    List<String> command = new ArrayList<>();
    for (Object word : words) {
      command.add(word.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return said.isEmpty() ? 0 : Long.parseLong(said);
  }
}
