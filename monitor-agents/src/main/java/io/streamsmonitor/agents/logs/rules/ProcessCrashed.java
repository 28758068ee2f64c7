package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import java.util.List;
import java.util.function.Consumer;

/** The process of a service ended, and nobody asked for it. */
@AutoService(LogRule.class)
public final class ProcessCrashed implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.process-ended",
          "CRASH",
          Severity.CRITICAL,
          "A service's process ended by itself",
          "What it had read and not acknowledged stays pending; exit codes above 128 are signals (137 = SIGKILL, often the"
              + " OOM killer).",
          "Read its last lines for the cause; let a supervisor restart it, and other consumers claim its entries.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (ServiceLog service : window.services()) {
      List<ServiceExit> ended = service.exits().stream().filter(e -> !e.expected()).toList();
      if (!ended.isEmpty()) {
        out.accept(ended(service, ended));
      }
    }
  }

  private static Draft ended(ServiceLog service, List<ServiceExit> ended) {
    ServiceExit last = ended.get(ended.size() - 1);
    RawLine line = service.lastLine();
    Draft draft = Draft.of(INFO);
    String how =
        "pid " + last.pid() + " ended with exit code " + last.exitCode() + signal(last.exitCode());
    if (line == null) {
      draft.evidence(how);
    } else {
      LogDraft.quoting(draft, line);
    }
    return draft
        .service(service.name())
        .severity(ended.stream().anyMatch(ServiceExit::crash) ? Severity.CRITICAL : Severity.MEDIUM)
        .title(service.name() + " ended by itself with exit code " + last.exitCode())
        .observedAt(last.at())
        .occurrences(ended.size())
        .detail("exitCode", last.exitCode())
        .detail("pattern", ended.size() == 1 ? "one-off" : "repeating: " + ended.size() + " times")
        .hypothesis(how + "; the evidence is its last line.");
  }

  private static String signal(int code) {
    return switch (code) {
      case 134 -> " (SIGABRT)";
      case 137 -> " (SIGKILL: the OOM killer, or somebody's kill -9)";
      case 139 -> " (SIGSEGV)";
      case 143 -> " (SIGTERM)";
      default -> code > 128 ? " (signal " + (code - 128) + ")" : "";
    };
  }
}
