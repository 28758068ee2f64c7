package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a rule, and what it said in the last session. */
@Command(name = "explain", description = "Explain a rule or a finding: what, why, what to do.")
public final class ExplainVerb implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "RULE",
      description = "A rule id, the beginning of one, or a finding id.")
  private String rule = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SESSION",
      defaultValue = "monitor-session",
      description = "The session folder to take examples from.")
  private Path folder = Path.of("monitor-session");

  @Override
  public Integer call() throws IOException {
    boolean there = Files.exists(folder.resolve("SESSION_ID"));
    SessionRecord session = there ? SessionRecord.read(folder) : null;
    List<Finding> findings = session == null ? List.of() : session.findings();
    String wanted =
        findings.stream()
            .filter(f -> f.findingId().equals(rule))
            .map(Finding::ruleId)
            .findFirst()
            .orElse(rule);
    List<RuleInfo> rules =
        RuleCatalogue.all().stream().filter(r -> r.id().startsWith(wanted)).toList();
    if (rules.isEmpty()) {
      System.err.println("monitor: no rule or finding \"" + rule + "\"; see `monitor rules`");
      return ExitCode.GATE_FAILED;
    }
    rules.forEach(r -> explain(r, findings));
    if (session != null && session.env().containsKey("THRESHOLDS")) {
      System.out.println("thresholds of that session: " + thresholds(session));
    }
    return ExitCode.OK;
  }

  private static String thresholds(SessionRecord session) {
    String all = session.env().getOrDefault("THRESHOLDS", "");
    return Ink.plain(all.replaceFirst("^Thresholds\\[(.*)]$", "$1"));
  }

  private static void explain(RuleInfo r, List<Finding> findings) {
    System.out.println(r.id() + "  " + r.severity() + "  " + r.category());
    System.out.println("  what  " + r.title());
    System.out.println("  why   " + r.why());
    System.out.println("  fix   " + r.fix());
    findings.stream().filter(f -> f.ruleId().equals(r.id())).limit(5).forEach(ExplainVerb::seen);
  }

  private static void seen(Finding f) {
    System.out.println("  seen  " + f.findingId() + " " + Ink.plain(f.title()));
    quote("", f.evidence());
    Object metrics = f.details().get("metrics");
    quote("numbers ", metrics == null ? "" : metrics.toString());
    quote("before  ", f.text("codeSnippetBefore"));
    quote("after   ", f.text("codeSnippetAfter"));
  }

  private static void quote(String what, String text) {
    text.lines().limit(8).forEach(l -> System.out.println("        " + what + Ink.plain(l)));
  }
}
