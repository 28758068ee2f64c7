package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.env.EnvNeed;
import io.streamsmonitor.agents.config.env.EnvVerdict;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** A service that was started needs a variable that nobody sets, and has no default for it. */
@AutoService(ConfigRule.class)
public final class MissingEnvVar implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.missing-env-var",
          "MISSING_ENV_VAR",
          Severity.HIGH,
          "A needed environment variable is set nowhere",
          "The code that reads it gets nothing: it fails there, or goes on with a null.",
          "Set the variable where the service is started, or give the code a default.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    for (EnvVerdict verdict : view.env().verdicts()) {
      if (verdict.status() == EnvVerdict.Status.MISSING) {
        List<Location> places =
            verdict.needs().stream().filter(n -> !n.defaulted()).map(EnvNeed::at).toList();
        String name = verdict.name();
        String who = verdict.service().isEmpty() ? "every service" : verdict.service();
        out.accept(
            Discrepancy.of(
                    INFO,
                    verdict.service(),
                    name + " set for " + who,
                    "no source sets " + name + ", and the code has no default",
                    places,
                    List.of())
                .qualifier(name)
                .detail("variable", name)
                .title("Environment variable " + name + " is needed by " + who + " and set nowhere")
                .recommendation(
                    "Set "
                        + name
                        + " for "
                        + who
                        + " (monitor.yml env, .env or compose environment), or"
                        + " give it a default at "
                        + places.get(0)
                        + "."));
      }
    }
  }
}
