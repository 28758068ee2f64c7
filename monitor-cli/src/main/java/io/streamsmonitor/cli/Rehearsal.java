package io.streamsmonitor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the verbs that are over in moments once, over something small, and says nothing: the virtual
 * machine that does this can leave behind every class they load. Not a verb; the launcher calls it.
 */
final class Rehearsal {
  private static final List<String> LINES =
      List.of(
          "{\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"level\":\"info\",\"message\":\"handled 1\"}",
          "{\"timestamp\":\"2026-01-01T00:00:00.001Z\",\"level\":\"error\",\"message\":\"write failed\"}",
          "ts=2026-01-01T00:00:00.002Z level=info msg=\"handled 2\"",
          "ts=2026-01-01T00:00:00.003Z level=warn msg=\"read timed out after 5 ms\"",
          "2026-01-01 00:00:00.004 INFO  [main] c.e.Orders - started in 4 ms",
          "2026-01-01 00:00:00.005 ERROR [main] c.e.Orders - entry 1767225600000-0 not handled",
          "java.lang.IllegalStateException: no such order",
          "\tat com.example.Orders.load(Orders.java:88)",
          "Caused by: java.net.ConnectException: Connection refused",
          "\t... 1 more");

  private Rehearsal() {}

  /** Takes one folder of sources. */
  public static void main(String[] args) throws IOException {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    System.setOut(silent);
    System.setErr(silent);
    Path log = Files.createTempFile("rehearsal", ".log");
    try {
      Files.write(log, LINES);
      Main.command().execute("logs", log.toString());
      Main.command().execute("logs", "--problems", log.toString());
      Main.command().execute("logs", "--json", log.toString());
      Main.command().execute("scan", "--json", args[0]);
      Main.command().execute("scan", "--format", "md,html,json", args[0]);
    } finally {
      Files.delete(log);
    }
  }
}
