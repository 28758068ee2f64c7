package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Kubernetes manifest: containers' environment, ConfigMaps, ports of the node. */
final class KubernetesDocument {
  private static final Set<String> WORKLOADS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "Pod", "ReplicaSet", "CronJob");

  private final TextFile file;
  private final String name;
  private final String stage;
  private final Harvest into;

  private KubernetesDocument(TextFile file, String name, Harvest into) {
    this.file = file;
    this.name = name;
    this.stage = Stage.of(file.relative());
    this.into = into;
  }

  static void add(TextFile file, ConfigNode root, Harvest into) {
    String name = root.textAt("metadata", "name");
    KubernetesDocument document = new KubernetesDocument(file, name, into);
    String kind = root.textAt("kind");
    if (WORKLOADS.contains(kind)) {
      document.workload(root, 0);
    } else if (kind.equals("ConfigMap")) {
      ConfigNode data = root.at("data");
      if (data != null) {
        data.fields().forEach((key, value) -> document.set(key, value.text(), value.line()));
      }
    } else if (kind.equals("Secret")) {
      for (String section : List.of("data", "stringData")) {
        ConfigNode data = root.at(section);
        if (data != null) {
          data.fields().forEach((key, value) -> document.set(key, null, value.line()));
        }
      }
    } else if (kind.equals("Service")) {
      document.ports(root.at("spec", "ports"), "nodePort");
    }
  }

  /** Containers stand at different depths in the kinds of workloads. */
  private void workload(ConfigNode node, int depth) {
    ConfigNode containers = node.at("containers");
    if (containers != null) {
      containers.items().forEach(this::container);
    }
    if (depth < 8) {
      node.fields().values().forEach(child -> workload(child, depth + 1));
    }
  }

  private void container(ConfigNode container) {
    ConfigNode env = container.at("env");
    if (env != null) {
      for (ConfigNode variable : env.items()) {
        ConfigNode value = variable.at("value");
        String text = value == null ? null : value.text();
        set(variable.textAt("name"), text, value == null ? variable.line() : value.line());
      }
    }
    ports(container.at("ports"), "hostPort");
  }

  private void set(String variable, @Nullable String value, int line) {
    if (!variable.isEmpty() && !variable.contains(".")) {
      Location at = new Location(file.relative(), line);
      into.env.add(new EnvSetting(name, variable, value, SourceKind.KUBERNETES, stage, at));
    }
  }

  private void ports(@Nullable ConfigNode ports, String key) {
    if (ports == null || !stage.isEmpty()) {
      return;
    }
    for (ConfigNode port : ports.items()) {
      int number = Ports.parse(port.textAt(key));
      if (number > 0) {
        Location at = new Location(file.relative(), port.line());
        into.ports.add(new PortBinding(name, number, key, SourceKind.KUBERNETES, at));
      }
    }
  }
}
