package io.streamsmonitor.agents.config.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which ports of the host services take. What listens inside a container takes none. */
public final class HostPorts {
  private HostPorts() {}

  /**
   * Every binding, those of the services' own configuration with the environment applied.
   *
   * @param started services that run on the host itself
   */
  public static List<PortBinding> of(
      ConfigSources sources, Settings settings, ServiceMap services, Set<String> started) {
    Set<String> contained = new HashSet<>();
    sources.env().stream()
        .filter(s -> container(s.kind()))
        .forEach(s -> contained.add(s.service()));
    sources.ports().stream()
        .filter(p -> container(p.kind()))
        .forEach(p -> contained.add(p.service()));
    sources.files().stream()
        .filter(f -> f.toLowerCase(Locale.ROOT).contains("dockerfile"))
        .forEach(f -> contained.add(services.of(f)));
    // Modules and containers rarely bear the same names: what is started nowhere runs in the
    // latter.
    boolean inContainers = !contained.isEmpty();
    contained.removeAll(started);
    List<PortBinding> out = new ArrayList<>(sources.ports());
    for (ConfigDocument document : sources.documents()) {
      String service = document.service();
      boolean host = started.contains(service) || (!inContainers && !contained.contains(service));
      if (!service.isEmpty() && document.profile().isEmpty() && host) {
        document.entries().stream()
            .filter(e -> Ports.own(e.key()))
            .forEach(e -> effective(service, e, document.kind(), settings).ifPresent(out::add));
      }
    }
    return out;
  }

  private static Optional<PortBinding> effective(
      String service, ConfigEntry entry, SourceKind kind, Settings settings) {
    var located = settings.value(service, entry.key());
    int port = Ports.parse(located.map(v -> v.text()).orElse(""));
    return port == 0
        ? Optional.empty()
        : Optional.of(
            new PortBinding(
                service, port, entry.key(), kind, located.map(v -> v.at()).orElse(entry.at())));
  }

  private static boolean container(SourceKind kind) {
    return kind == SourceKind.COMPOSE
        || kind == SourceKind.KUBERNETES
        || kind == SourceKind.DOCKERFILE;
  }
}
