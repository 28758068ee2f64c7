package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.cli.config.Nearest;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.cli.explain.Explanations;
import io.streamsmonitor.cli.explain.RulePage;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a rule, and what it said in the last session. */
@Command(
    name = "explain",
    description = {
      "Explain a rule or a finding: what it means, why, what to do, the thresholds",
      "in force, when it is no fault, an example, and where it fired in the session.",
      "1 = no such rule or finding."
    })
public final class ExplainVerb implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "RULE",
      description = "A rule id, the beginning of one, or a finding id such as LW-003.")
  private String rule = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SESSION",
      description = "Where to take findings and thresholds from: " + SessionArgument.HELP)
  private @Nullable String word;

  @Override
  public Integer call() throws IOException {
    SessionRecord session = session();
    List<Finding> findings = session == null ? List.of() : session.findings();
    List<RuleInfo> all = RuleCatalogue.all();
    List<RuleInfo> rules = all.stream().filter(r -> r.id().equals(wanted(findings))).toList();
    if (rules.isEmpty() && !rule.isBlank()) {
      rules = all.stream().filter(r -> r.id().startsWith(rule)).toList();
    }
    if (rules.isEmpty()) {
      System.err.println("monitor: " + Ink.plain(unknown(all, findings)));
      return ExitCode.GATE_FAILED;
    }
    Thresholds inForce =
        RecordedThresholds.parse(
            session == null ? "" : session.env().getOrDefault("THRESHOLDS", ""));
    Explanations explanations = Explanations.read();
    List<String> pages = new ArrayList<>();
    for (RuleInfo r : rules) {
      List<Finding> seen = findings.stream().filter(f -> f.ruleId().equals(r.id())).toList();
      pages.add(RulePage.of(r, explanations, inForce, seen));
    }
    String.join("\n", pages).lines().map(Ink::plain).forEach(System.out::println);
    return ExitCode.OK;
  }

  /** The session that was named; else the one that lies where sessions lie, or none. */
  private @Nullable SessionRecord session() throws IOException {
    Path folder = SessionFolders.of(word == null ? SessionFolders.DEFAULT : word);
    boolean there = word != null || Files.isRegularFile(folder.resolve("SESSION_ID"));
    return there ? SessionRecord.read(folder) : null;
  }

  /** The rule that is meant: a finding stands for its own. */
  private String wanted(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.findingId().equalsIgnoreCase(rule))
        .map(Finding::ruleId)
        .findFirst()
        .orElse(rule);
  }

  private String unknown(List<RuleInfo> all, List<Finding> findings) {
    if (rule.toUpperCase(Locale.ROOT).matches("[A-Z]{2,3}-\\d+")) {
      String where = findings.isEmpty() ? "; name its session" : " in the session";
      return "no finding \"" + rule + "\"" + where + ", as in `monitor explain LW-001 last~1`";
    }
    String tail = rule.substring(rule.indexOf('.') + 1);
    List<String> near = all.stream().map(RuleInfo::id).filter(id -> id.contains(tail)).toList();
    String best =
        tail.isBlank() || near.isEmpty() || near.size() > 5
            ? Nearest.within(rule, all.stream().map(RuleInfo::id).toList())
            : String.join(", ", near);
    String question = best.isEmpty() ? "" : "did you mean " + best + "? ";
    return "no rule \"" + rule + "\"; " + question + "`monitor rules` lists all";
  }
}
