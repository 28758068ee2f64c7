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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Two services are configured with one port of the host. */
@AutoService(ConfigRule.class)
public final class PortConflict implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.port-conflict",
          "PORT_CONFLICT",
          Severity.HIGH,
          "Two services are configured with the same port",
          "On one host only the first of them gets it; the other fails to start or to be reached.",
          "Give one of the services another port.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Map<Integer, List<PortBinding>> byPort = new TreeMap<>();
    for (PortBinding binding : view.ports()) {
      byPort.computeIfAbsent(binding.port(), k -> new ArrayList<>()).add(binding);
    }
    byPort.forEach(
        (port, bindings) -> {
          Set<String> services = new TreeSet<>();
          bindings.forEach(b -> services.add(b.service()));
          if (services.size() > 1 && together(bindings)) {
            out.accept(draft(port, services, bindings));
          }
        });
  }

  /** Whether they can run at once; compose files of their own are alternatives. */
  private static boolean together(List<PortBinding> bindings) {
    return bindings.stream()
        .anyMatch(
            a ->
                bindings.stream()
                    .anyMatch(
                        b ->
                            !a.service().equals(b.service())
                                && (a.kind() != SourceKind.COMPOSE
                                    || b.kind() != SourceKind.COMPOSE
                                    || a.at().file().equals(b.at().file()))));
  }

  private static Draft draft(int port, Set<String> services, List<PortBinding> bindings) {
    PortBinding last = bindings.get(bindings.size() - 1);
    return Discrepancy.of(
            INFO,
            "",
            "a port of its own for each service",
            "port " + port + " for " + String.join(" and ", services),
            bindings.stream().map(PortBinding::at).toList(),
            List.of())
        .qualifier(String.join(",", services))
        .detail("port", port)
        .detail("services", List.copyOf(services))
        .title("Port " + port + " is configured for " + String.join(" and ", services))
        .recommendation(
            "Give " + last.service() + " another port: " + last.key() + " in " + last.at() + ".");
  }
}
