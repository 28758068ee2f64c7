package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.env.EnvVerdict;
import io.streamsmonitor.agents.config.read.EnvSetting;
import io.streamsmonitor.agents.config.read.SourceKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An example of an environment file lists a variable that nobody sets. */
@AutoService(ConfigRule.class)
public final class StaleEnvExample implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.stale-env-example",
          "ENV_MISMATCH",
          Severity.LOW,
          "An example lists an environment variable that nobody sets",
          "Either a service runs without what it is documented to need, or the example is out of date.",
          "Set the variable, or remove it from the example.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    // What is missing for certain is said by the rule for that.
    Set<String> missing =
        view.env().verdicts().stream()
            .filter(v -> v.status() == EnvVerdict.Status.MISSING)
            .map(EnvVerdict::name)
            .collect(Collectors.toSet());
    for (EnvSetting s : view.sources().env()) {
      boolean listed = s.kind() == SourceKind.TEMPLATE && view.env().known(s.service());
      if (listed && !view.env().setAnywhere(s.name()) && !missing.contains(s.name())) {
        boolean read = view.env().required().contains(s.name());
        out.accept(
            Discrepancy.of(
                    INFO,
                    s.service(),
                    s.name() + " set, as the example lists it",
                    "nobody sets it"
                        + (read
                            ? "; code has a default"
                            : ", and no code that was scanned reads it"),
                    List.of(s.at()),
                    List.of())
                .qualifier(s.name())
                .detail("variable", s.name())
                .severity(read ? Severity.INFO : Severity.LOW)
                .title(s.name() + " is listed in " + s.at().file() + " and set nowhere")
                .recommendation("Set " + s.name() + ", or remove it from " + s.at() + "."));
      }
    }
  }
}
