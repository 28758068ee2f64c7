package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service that fails, and a variable that its code needs and nobody sets. */
@AutoService(CauseRule.class)
public final class MissingVariable extends ServiceCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.missing-variable",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failure from a missing environment variable",
              "Code that reads a variable without default fails where it is not set, at start or at first use.",
              "Set the variable for the service, or give the code a default, and check it once at start.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  private static final String[] FAILURES = {
    "log.restart-loop",
    "log.crash",
    "log.process-ended",
    "log.stack-trace",
    "log.runtime-error",
    "session.service"
  };

  private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b");

  /** Whether an error of the service names the variable that is missing. */
  private static boolean named(Cluster c) {
    return c.rule("log.").stream()
        .anyMatch(f -> names(c, f) || readThere(c, f) || Words.NO_VARIABLE.in(f));
  }

  private static boolean names(Cluster c, Finding log) {
    return c.category("MISSING_ENV_VAR").stream()
        .flatMap(f -> VARIABLE.matcher(f.title() + " " + f.evidence()).results())
        .anyMatch(v -> log.evidence().contains(v.group()));
  }

  /** An error that does not name the variable is something else; an end may be its effect. */
  private static boolean near(Cluster c, Finding f) {
    return names(c, f)
        || readThere(c, f)
        || f.category().equals("CRASH")
        || f.ruleId().startsWith("session.");
  }

  /** Whether the error comes from the very line that reads the variable. */
  private static boolean readThere(Cluster c, Finding log) {
    return c.category("MISSING_ENV_VAR").stream().anyMatch(f -> Traces.passes(log, f));
  }

  public MissingVariable() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  public int specificity(Cluster c) {
    return named(c) ? 3 : specificity();
  }

  /** An error that names the variable leaves no other explanation. */
  @Override
  public boolean proven(Cluster c) {
    return !told(c).isEmpty();
  }

  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> known = c.category("MISSING_ENV_VAR");
    return known.isEmpty() ? told(c) : known;
  }

  /** Errors that say which variable is not there. */
  private static List<Finding> told(Cluster c) {
    return c.rule("log.").stream().filter(Words.NO_VARIABLE::in).toList();
  }

  @Override
  Draft draft(Cluster c, List<Finding> causes, List<Finding> symptoms) {
    String variable = told(c).isEmpty() ? null : Words.NO_VARIABLE.named(told(c).get(0));
    String sentence =
        variable == null
            ? sentence(c.entity())
            : "Service " + c.entity() + " fails for want of environment variable " + variable;
    return Cause.of(info(), c, causes, symptoms, sentence);
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> causes = causes(c);
    List<Finding> own =
        c.rule(FAILURES).stream().filter(f -> near(c, f)).filter(f -> !causes.contains(f)).toList();
    return own.isEmpty() ? own : Stream.concat(own.stream(), waiting(c)).toList();
  }

  @Override
  String sentence(String service) {
    return "Service " + service + " fails where an environment variable is missing";
  }
}
