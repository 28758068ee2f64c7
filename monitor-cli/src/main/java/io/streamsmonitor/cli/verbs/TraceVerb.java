package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.report.trace.AmbiguousId;
import io.streamsmonitor.report.trace.Trace;
import io.streamsmonitor.report.trace.TraceJson;
import io.streamsmonitor.report.trace.TraceMermaid;
import io.streamsmonitor.report.trace.TraceText;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the story of one event. */
@Command(
    name = "trace",
    description = {
      "Every event of one correlation id, message id or event id, across services,",
      "in order; what Redis still had of it; the findings that name it. Works for",
      "services that log plain lines as well. 1 = nothing names the id."
    })
public final class TraceVerb implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "The id, or its unique beginning.")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SESSION",
      defaultValue = SessionFolders.DEFAULT,
      description = SessionArgument.HELP)
  private String session = SessionFolders.DEFAULT;

  @ArgGroup private As as = new As();

  private static final class As {
    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Option(names = "--mermaid", description = "A Mermaid sequence diagram.")
    private boolean mermaid;
  }

  @Override
  public Integer call() throws IOException {
    if (id.isBlank()) {
      System.err.println("monitor: an empty id; name one, such as `monitor report` shows them");
      return ExitCode.USAGE;
    }
    try {
      Trace trace = Trace.of(SessionFolders.of(session), id, new Secrets());
      System.out.println(text(trace).stripTrailing());
      return trace.empty() ? ExitCode.GATE_FAILED : ExitCode.OK;
    } catch (AmbiguousId e) {
      System.err.println("monitor: " + Ink.plain(String.valueOf(e.getMessage())));
      return ExitCode.USAGE;
    }
  }

  private String text(Trace trace) {
    if (as.json) {
      return TraceJson.of(trace);
    }
    return as.mermaid ? TraceMermaid.of(trace) : TraceText.of(trace);
  }
}
