package io.streamsmonitor.agents.scout.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * In how many causal scenarios the right cause comes first, in how many every cause is named and no
 * other, how long an answer takes, and whether it varies. Arguments are lists of the scenarios kept
 * here, or folders of others.
 */
public final class CausalScenarios {
  private static final int TIMES = 100;

  private CausalScenarios() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("causal");
    for (String list : args.length > 0 ? List.of(args) : CausalScenario.LISTS) {
      measure(list, folder);
    }
  }

  private static void measure(String list, Path folder) throws IOException {
    List<CausalScenario> scenarios =
        Files.isDirectory(Path.of(list))
            ? CausalScenario.in(Path.of(list))
            : CausalScenario.all(list);
    int right = 0;
    int top = 0;
    int same = 0;
    long nanos = 0;
    for (CausalScenario s : scenarios) {
      CausalScenario.Answer answer = s.answer(folder);
      top += s.rightTop(answer) ? 1 : 0;
      right += s.right(answer) ? 1 : 0;
      if (!s.right(answer) || !s.rightTop(answer)) {
        System.out.println(
            (s.rightTop(answer) ? "not all: " : "wrong: ") + s.name() + "\n  said " + answer.causes() + "\n  is   " + s.expected());
      }
      Set<String> answers = new HashSet<>();
      long start = System.nanoTime();
      for (int i = 0; i < TIMES; i++) {
        answers.add(s.answer(folder).journal());
      }
      nanos += System.nanoTime() - start;
      same += answers.size() == 1 && answers.contains(answer.journal()) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: right top cause %d of %d, every cause and no other %d of %d, %.1f ms an answer, the"
            + " same answer %d of %d times in %d scenarios of %d%n",
        list,
        top,
        scenarios.size(),
        right,
        scenarios.size(),
        nanos / 1e6 / TIMES / scenarios.size(),
        TIMES,
        TIMES,
        same,
        scenarios.size());
  }
}
