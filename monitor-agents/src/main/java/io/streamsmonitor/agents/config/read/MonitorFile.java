package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines on which the session's own file says what a service publishes and consumes. */
public final class MonitorFile {
  private static final List<String> NAMES = List.of("monitor.yml", "monitor.yaml");

  private final String file;
  private final List<ConfigNode> services;

  private MonitorFile(String file, List<ConfigNode> services) {
    this.file = file;
    this.services = services;
  }

  /** The file in the folder; without one, or where it cannot be read, every place is line 1. */
  public static MonitorFile in(Path folder) {
    for (String name : NAMES) {
      Path path = folder.resolve(name);
      if (Files.isRegularFile(path)) {
        return new MonitorFile(name, services(path, name));
      }
    }
    return new MonitorFile(NAMES.get(0), List.of());
  }

  private static List<ConfigNode> services(Path path, String name) {
    List<ConfigNode> out = new ArrayList<>();
    try {
      TextFile text = TextFile.read(path, name);
      for (ConfigNode root : YamlTree.read(name, text.text(), duplicate -> {})) {
        ConfigNode services = root.at("services");
        if (services != null) {
          out.addAll(services.items());
        }
      }
    } catch (IOException | SourceRefused e) {
      return List.of();
    }
    return out;
  }

  /** Where the service says that it publishes the stream. */
  public Location publishes(String service, String stream) {
    return at(service, "publishes", item -> stream.equals(item.text()));
  }

  /** Where the service says that it consumes the stream with the group, or with any for "". */
  public Location consumes(String service, String stream, String group) {
    return at(
        service,
        "consumes",
        item ->
            stream.equals(item.text())
                || (stream.equals(item.textAt("stream"))
                    && (group.isEmpty() || group.equals(item.textAt("group")))));
  }

  /** Where the service's own setting stands, such as {@code env} and a variable in it. */
  Location setting(String service, String... path) {
    for (ConfigNode node : services) {
      ConfigNode found = service.equals(node.textAt("name")) ? node.at(path) : null;
      if (found != null) {
        return new Location(file, Math.max(1, found.line()));
      }
    }
    return new Location(file, 1);
  }

  private Location at(String service, String list, Predicate<ConfigNode> item) {
    for (ConfigNode node : services) {
      ConfigNode declared = node.at(list);
      if (service.equals(node.textAt("name")) && declared != null) {
        return new Location(file, line(declared, item));
      }
    }
    return new Location(file, 1);
  }

  private static int line(ConfigNode declared, Predicate<ConfigNode> item) {
    @Nullable ConfigNode found = item.test(declared) ? declared : null;
    for (ConfigNode node : declared.items()) {
      found = found == null && item.test(node) ? node : found;
    }
    return Math.max(1, (found == null ? declared : found).line());
  }
}
