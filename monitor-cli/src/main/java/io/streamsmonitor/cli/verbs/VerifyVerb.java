package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.verify.Verification;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds every quote of a session's findings again. */
@Command(
    name = "verify",
    description = {
      "Look up every quote of the findings in the session folder, byte for byte;",
      "1 = one is not there, and its file and line are named."
    })
public final class VerifyVerb implements Callable<Integer> {
  @Mixin private SessionArgument session = new SessionArgument();

  @Option(names = "--json", description = "One JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Verification result = Verification.of(session.read());
    if (json) {
      System.out.println(Json.pretty(fields(result)));
    } else {
      result.mismatches().forEach(m -> System.out.println(Ink.plain(m)));
      System.out.println(
          (result.quotes() - result.wrong())
              + " of "
              + result.quotes()
              + " quotes of "
              + result.findings()
              + " findings stand where they say");
    }
    return result.mismatches().isEmpty() ? ExitCode.OK : ExitCode.GATE_FAILED;
  }

  private static Map<String, Object> fields(Verification result) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("findings", result.findings());
    out.put("quotes", result.quotes());
    out.put("found", result.quotes() - result.wrong());
    out.put("mismatches", result.mismatches());
    return out;
  }
}
