package io.streamsmonitor.agents.scout.synthesis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How many causal scenarios are explained right, how long an answer takes, whether it varies. */
public final class CausalScenarios {
  private static final int TIMES = 100;

  private CausalScenarios() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("causal");
    for (String list : args.length > 0 ? List.of(args) : List.of("first.txt", "second.txt")) {
      measure(list, folder);
    }
  }

  private static void measure(String list, Path folder) {
    List<CausalScenario> scenarios = CausalScenario.all(list);
    int right = 0;
    int same = 0;
    long nanos = 0;
    for (CausalScenario s : scenarios) {
      CausalScenario.Answer answer = s.answer(folder);
      if (s.right(answer)) {
        right++;
      } else {
        System.out.println(
            "wrong: " + s.name() + "\n  said " + answer.causes() + "\n  is   " + s.expected());
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
        "%s: %d of %d right, %.1f ms an answer, the same answer %d of %d times in %d scenarios of"
            + " %d%n",
        list,
        right,
        scenarios.size(),
        nanos / 1e6 / TIMES / scenarios.size(),
        TIMES,
        TIMES,
        same,
        scenarios.size());
  }
}
