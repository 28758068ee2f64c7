package io.streamsmonitor.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How long ten virtual minutes of four agents take: {@code SessionBench [runs]}. */
public final class SessionBench {
  private SessionBench() {}

  public static void main(String[] args) throws IOException {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    Path folder = Files.createTempDirectory("session-bench");
    WholeSession session = new WholeSession(folder.resolve("fleet"));
    double[] ms = new double[runs];
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      session.run(folder.resolve("run" + run));
      ms[run] = (System.nanoTime() - start) / 1e6;
    }
    double first = ms[0];
    Arrays.sort(ms);
    System.out.printf(
        Locale.ROOT,
        "a 10-minute session with four agents: first %.0f ms, median of %d %.0f ms%n",
        first,
        runs,
        ms[runs / 2]);
  }
}
