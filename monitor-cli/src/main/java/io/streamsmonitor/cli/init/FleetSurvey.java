package io.streamsmonitor.cli.init;

import io.streamsmonitor.agents.config.FleetConfig;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.cli.config.ModuleFolders;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.fleet.ServiceSpec.Consumption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services of a folder, and the streams that their code writes and reads. */
final class FleetSurvey {
  private static final List<String> LOG_FOLDERS = List.of("logs", "log");

  private FleetSurvey() {}

  static List<ServiceDraft> of(Path folder) {
    List<ServiceSpec> modules =
        ModuleFolders.in(folder).stream().sorted(Comparator.comparing(ServiceSpec::name)).toList();
    Map<String, ServiceDraft> drafts = new LinkedHashMap<>();
    for (ServiceSpec module : modules) {
      String place = relative(folder, module.workdir());
      drafts.put(
          module.name(), ServiceDraft.of(module.name(), place, logs(folder, module.workdir())));
    }
    ScanScope scope = new ScanScope(folder, modules, List.of(folder), List.of());
    new SharedScan(scope, () -> FleetConfig.read(scope).values())
        .result(() -> {}).facts().streams().stream()
            .filter(use -> !use.test())
            .forEach(use -> note(use, drafts.get(use.service())));
    drafts.values().forEach(FleetSurvey::forgetReadsWithoutGroup);
    return List.copyOf(drafts.values());
  }

  private static void note(StreamUse use, @Nullable ServiceDraft draft) {
    String stream = use.stream().resolved().orElse("");
    if (draft == null || stream.isEmpty()) {
      return;
    }
    if (use.op() == Op.ADD) {
      draft.publishes().add(stream);
    } else if (use.op() == Op.GROUP_READ || use.op() == Op.READ) {
      String group = use.group() == null ? "" : use.group().resolved().orElse("");
      draft.consumes().add(new Consumption(stream, group));
    }
  }

  /** One place that names the group says more than another that does not. */
  private static void forgetReadsWithoutGroup(ServiceDraft draft) {
    List<String> named =
        draft.consumes().stream()
            .filter(c -> !c.group().isEmpty())
            .map(Consumption::stream)
            .toList();
    draft.consumes().removeIf(c -> c.group().isEmpty() && named.contains(c.stream()));
  }

  private static List<String> logs(Path base, Path module) {
    return LOG_FOLDERS.stream()
        .map(module::resolve)
        .filter(FleetSurvey::holdsLogs)
        .map(folder -> relative(base, folder) + "/*.log")
        .toList();
  }

  private static boolean holdsLogs(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.anyMatch(file -> file.toString().endsWith(".log"));
    } catch (IOException e) {
      // What cannot be listed cannot be followed either; the draft leaves it out.
      return false;
    }
  }

  private static String relative(Path base, Path place) {
    String path = base.relativize(place).toString().replace('\\', '/');
    return path.isEmpty() ? "." : path;
  }
}
