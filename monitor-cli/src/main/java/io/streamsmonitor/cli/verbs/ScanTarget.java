package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.ModuleFolders;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.config.MonitorConfigReader;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a scan looks at, and by which settings. A folder with a monitor.yml is the fleet that the
 * file describes; in any other, the modules are taken for the services.
 *
 * @param config gate and suppressions
 */
record ScanTarget(ScanScope scope, MonitorConfig config) {

  static ScanTarget of(List<Path> folders, @Nullable Path config, UnaryOperator<String> environment)
      throws ConfigError {
    List<Path> places = new ArrayList<>();
    for (Path folder : folders) {
      Path absolute = folder.toAbsolutePath().normalize();
      if (!Files.exists(absolute)) {
        throw new ConfigError("scan: no such file or folder: " + folder);
      }
      places.add(absolute);
    }
    Path only = places.size() == 1 ? places.get(0) : null;
    Path usual = only == null ? null : only.resolve("monitor.yml");
    if (config != null) {
      return described(MonitorConfigReader.read(config, environment), places);
    }
    if (usual != null && Files.isRegularFile(usual)) {
      return described(MonitorConfigReader.read(usual, environment), List.of());
    }
    Path base = common(places);
    List<ServiceSpec> services = new ArrayList<>();
    places.stream().filter(Files::isDirectory).forEach(p -> services.addAll(ModuleFolders.in(p)));
    return new ScanTarget(
        new ScanScope(base, distinct(services), places, List.of()),
        MonitorConfigReader.defaults(base));
  }

  private static ScanTarget described(MonitorConfig config, List<Path> more) {
    List<Path> sources = new ArrayList<>(config.sources());
    more.stream().filter(p -> !p.equals(config.base())).forEach(sources::add);
    boolean nothing =
        sources.isEmpty()
            && config.fleet().services().stream().allMatch(s -> s.sources().isEmpty());
    if (nothing) {
      sources.add(config.base());
    }
    return new ScanTarget(
        new ScanScope(config.base(), config.fleet().services(), sources, config.docs()), config);
  }

  private static List<ServiceSpec> distinct(List<ServiceSpec> services) {
    List<String> names = new ArrayList<>();
    return services.stream().filter(s -> !names.contains(s.name()) && names.add(s.name())).toList();
  }

  /** The deepest folder that holds all of them. */
  private static Path common(List<Path> places) {
    Path base = places.get(0);
    for (Path place : places) {
      while (!place.startsWith(base)) {
        Path parent = base.getParent();
        if (parent == null) {
          return base;
        }
        base = parent;
      }
    }
    Path parent = base.getParent();
    return Files.isDirectory(base) || parent == null ? base : parent;
  }
}
