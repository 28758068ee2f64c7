package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.report.trace.Trace;
import io.streamsmonitor.report.trace.TraceJson;
import io.streamsmonitor.report.trace.TraceMermaid;
import io.streamsmonitor.report.trace.TraceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the story of one event. */
@Command(
    name = "trace",
    description = "Every event of one correlation or message id, across services, in order.")
public final class TraceVerb implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "The id, or its unique beginning.")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SESSION",
      defaultValue = "monitor-session",
      description = "The session folder; default monitor-session.")
  private Path folder = Path.of("monitor-session");

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--mermaid", description = "As a Mermaid sequence diagram.")
  private boolean mermaid;

  @Override
  public Integer call() {
    try {
      Trace trace = Trace.of(folder, id, new Secrets());
      System.out.println(text(trace).stripTrailing());
      return trace.events().isEmpty() ? ExitCode.GATE_FAILED : ExitCode.OK;
    } catch (IOException e) {
      System.err.println("monitor: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private String text(Trace trace) {
    if (json) {
      return TraceJson.of(trace);
    }
    return mermaid ? TraceMermaid.of(trace) : TraceText.of(trace);
  }
}
