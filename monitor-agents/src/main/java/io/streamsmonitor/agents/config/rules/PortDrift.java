package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.read.PortBinding;
import io.streamsmonitor.agents.config.read.SourceKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** monitor.yml expects a service on another port than its configuration gives it. */
@AutoService(ConfigRule.class)
public final class PortDrift implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.port-drift",
          "CONFIG_DRIFT",
          Severity.MEDIUM,
          "monitor.yml and a service's configuration name different ports",
          "Whoever waits for the service waits on the wrong port.",
          "Correct the port in one of the two files.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    for (PortBinding expected : view.ports()) {
      List<PortBinding> own =
          view.ports().stream()
              .filter(p -> p.service().equals(expected.service()) && p.kind() != SourceKind.MONITOR)
              .toList();
      boolean agrees = own.stream().anyMatch(p -> p.port() == expected.port());
      if (expected.kind() == SourceKind.MONITOR && !own.isEmpty() && !agrees) {
        PortBinding first = own.get(0);
        out.accept(
            Discrepancy.of(
                    INFO,
                    expected.service(),
                    "port " + expected.port() + " (monitor.yml)",
                    "port " + first.port() + " (" + first.key() + " in " + first.at() + ")",
                    own.stream().map(PortBinding::at).toList(),
                    List.of(expected.at()))
                .title(
                    expected.service()
                        + " is configured with port "
                        + first.port()
                        + ", monitor.yml says "
                        + expected.port())
                .recommendation(
                    "Set port: "
                        + first.port()
                        + " for "
                        + expected.service()
                        + " in monitor.yml, or "
                        + first.key()
                        + ": "
                        + expected.port()
                        + " in "
                        + first.at()
                        + "."));
      }
    }
  }
}
