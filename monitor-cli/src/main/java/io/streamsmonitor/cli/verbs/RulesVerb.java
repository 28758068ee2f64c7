package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists every rule. */
@Command(name = "rules", description = "List every rule: id, category, severity, what it says.")
public final class RulesVerb implements Callable<Integer> {
  @Option(names = "--markdown", description = "As docs/rules.md.")
  private boolean markdown;

  @Override
  public Integer call() {
    if (markdown) {
      System.out.print(RuleCatalogue.markdown());
      return ExitCode.OK;
    }
    for (RuleInfo rule : RuleCatalogue.all()) {
      System.out.printf(
          "%-36s %-24s %-8s %s%n", rule.id(), rule.category(), rule.severity(), rule.title());
    }
    return ExitCode.OK;
  }
}
