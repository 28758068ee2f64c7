package io.streamsmonitor.agents.source;

import io.streamsmonitor.agents.Usage;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures the rules on checked-out repositories against hand labels; no test, run it by hand.
 *
 * <p>Arguments: the file of labels (repo, commit, path, line, rule, verdict, note; tabs), then
 * folders, each named {@code owner+name} after its repository. Without labels ({@code -}) it prints
 * what the rules say.
 */
public final class LabelledScan {
  private static final List<String> RULES =
      List.of(
          "xadd-without-maxlen",
          "xread-without-group",
          "group-read-without-ack",
          "hardcoded-stream-name",
          "no-dead-letter",
          "polling-read",
          "single-message-read",
          "console-logging",
          "no-correlation-id",
          "silent-catch",
          "keys-scan",
          "no-circuit-breaker");
  private static final Set<String> PER_FILE = Set.of("R5", "R8", "R12");

  private LabelledScan() {}

  /** Prints true and false positives and negatives by rule. */
  public static void main(String[] args) throws IOException {
    Usage.atLeast(2, args, "agents.source.LabelledScan LABELS|- FOLDER...");
    Map<String, Set<String>> truth = new TreeMap<>();
    Set<String> labelled = new HashSet<>();
    if (!args[0].equals("-")) {
      for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
        String[] cell = line.split("\t", -1);
        if (cell[5].equals("TRUE") && cell[4].matches("R\\d+") && cell[2].endsWith(".java")) {
          truth
              .computeIfAbsent(cell[4], k -> new HashSet<>())
              .add(cell[0] + " " + cell[2] + place(cell[4], cell[3]));
        }
        labelled.add(cell[4] + " " + cell[0] + " " + cell[2] + place(cell[4], cell[3]));
      }
    }
    Map<String, Set<String>> found = new TreeMap<>();
    Map<String, Integer> others = new TreeMap<>();
    for (String folder : List.of(args).subList(1, args.length)) {
      scan(Path.of(folder), found, others);
    }
    report(truth, found, labelled);
    System.out.println("other rules: " + others);
  }

  private static String place(String rule, String line) {
    return PER_FILE.contains(rule) ? "" : ":" + line;
  }

  private static void scan(
      Path folder, Map<String, Set<String>> found, Map<String, Integer> others) {
    String repo = folder.getFileName().toString().replace('+', '/');
    long start = System.nanoTime();
    ScanResult result =
        SourceScanner.scan(
            new ScanScope(folder, List.of(), List.of(folder), List.of()), ConfigValues.NONE);
    List<Draft> drafts = EnhancementScout.judge(result);
    System.out.println(
        "## "
            + repo
            + " "
            + (System.nanoTime() - start) / 1_000_000
            + " ms, "
            + result.code().counts());
    result.facts().streams().stream()
        .filter(u -> !u.test())
        .map(LabelledScan::text)
        .forEach(System.out::println);
    for (EnvRead e : result.facts().env()) {
      System.out.println("  env " + e);
    }
    result.facts().gaps().forEach(g -> System.out.println("  gap " + g));
    for (Draft draft : drafts) {
      int rule = RULES.indexOf(draft.rule().id().replace("code.", "")) + 1;
      if (rule == 0) {
        others.merge(draft.rule().id(), 1, Integer::sum);
        System.out.println("  " + draft.rule().id() + " " + draft.locations());
      }
      for (Location at : draft.locations()) {
        String id = "R" + rule;
        found
            .computeIfAbsent(id, k -> new HashSet<>())
            .add(repo + " " + at.file() + place(id, String.valueOf(at.line())));
      }
    }
  }

  private static String text(StreamUse u) {
    return "  "
        + u.at()
        + " "
        + u.op()
        + " "
        + u.stream()
        + " group="
        + u.group()
        + " consumer="
        + u.consumer()
        + " "
        + u.fields();
  }

  private static void report(
      Map<String, Set<String>> truth, Map<String, Set<String>> found, Set<String> labelled) {
    int[] sum = new int[3];
    Map<String, String> lines = new HashMap<>();
    for (int n = 1; n <= RULES.size(); n++) {
      String id = "R" + n;
      Set<String> yes = truth.getOrDefault(id, Set.of());
      Set<String> got = found.getOrDefault(id, Set.of());
      List<String> wrong =
          new ArrayList<>(got.stream().filter(g -> !yes.contains(g)).sorted().toList());
      List<String> missed = yes.stream().filter(y -> !got.contains(y)).sorted().toList();
      sum[0] += got.size() - wrong.size();
      sum[1] += wrong.size();
      sum[2] += missed.size();
      System.out.println(
          id
              + " TP "
              + (got.size() - wrong.size())
              + " FP "
              + wrong.size()
              + " FN "
              + missed.size());
      wrong.forEach(
          w ->
              System.out.println(
                  "   " + (labelled.contains(id + " " + w) ? "FALSE " : "extra ") + w));
      missed.forEach(m -> System.out.println("   missed " + m));
    }
    System.out.println("all " + sum[0] + " / " + sum[1] + " / " + sum[2] + lines);
  }
}
