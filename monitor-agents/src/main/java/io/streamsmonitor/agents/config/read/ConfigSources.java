package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything the configuration of a fleet says.
 *
 * @param files relative paths of every configuration source, sorted, read or not
 * @param gaps files that could not be read
 */
public record ConfigSources(
    List<String> files,
    List<ConfigDocument> documents,
    List<ConfigDocument> substituted,
    List<EnvSetting> env,
    List<PortBinding> ports,
    List<LibraryUse> libraries,
    List<SchemaFile> schemas,
    List<DuplicateKey> duplicates,
    List<SourceGap> gaps) {

  private static final List<ConfigReader> READERS =
      List.of(
          new PackageJsonReader(),
          new PomReader(),
          new GradleReader(),
          new DotEnvReader(),
          new DockerfileReader(),
          new YamlReader(),
          new JsonReader(),
          new PropertiesReader(),
          new ScriptConfigReader());

  /** The session's own file says what it says through the scope. */
  private static final Set<String> OWN = Set.of("monitor.yml", "monitor.yaml");

  public ConfigSources {
    files = List.copyOf(files);
    documents = List.copyOf(documents);
    substituted = List.copyOf(substituted);
    env = List.copyOf(env);
    ports = List.copyOf(ports);
    libraries = List.copyOf(libraries);
    schemas = List.copyOf(schemas);
    duplicates = List.copyOf(duplicates);
    gaps = List.copyOf(gaps);
  }

  /** Reads every configuration source among the files. A file that fails is a gap of its own. */
  public static ConfigSources read(ScanScope scope, ServiceMap services, Set<Path> among) {
    Harvest into = new Harvest();
    List<String> files = new ArrayList<>();
    for (Path path : among) {
      String relative = relative(scope.base(), path);
      String name = TextFile.nameOf(path);
      int slash = relative.lastIndexOf('/');
      String folder = slash < 0 ? "" : relative.substring(0, slash).toLowerCase(Locale.ROOT);
      if (isTest(relative)) {
        continue;
      }
      for (ConfigReader reader : READERS) {
        if (reader.takes(name, folder)) {
          files.add(relative);
          if (!OWN.contains(name) && !relative.contains(".github/")) {
            read(reader, path, relative, services.of(path), into);
          }
          break;
        }
      }
    }
    into.env.replaceAll(setting -> renamed(setting, services));
    List<EnvSetting> env = EnvFile.assigned(into, services);
    into.env.clear();
    into.env.addAll(env);
    into.ports.replaceAll(
        p -> new PortBinding(services.named(p.service()), p.port(), p.key(), p.kind(), p.at()));
    MonitorFile own = MonitorFile.in(scope.base());
    scope.services().forEach(service -> monitorFile(service, own, into));
    return new ConfigSources(
        files,
        into.documents,
        into.substituted,
        into.env,
        into.ports,
        into.libraries,
        into.schemas,
        into.duplicates,
        into.gaps);
  }

  /** The same with other gaps. */
  public ConfigSources withGaps(List<SourceGap> others) {
    return new ConfigSources(
        files, documents, substituted, env, ports, libraries, schemas, duplicates, others);
  }

  /** The path as findings name it. */
  public static String relative(Path base, Path file) {
    Path path = file.startsWith(base) ? base.relativize(file) : file;
    return path.toString().replace('\\', '/');
  }

  private static boolean isTest(String relative) {
    String path = "/" + relative;
    return path.contains("/src/test/")
        || path.contains("/testdata/")
        || path.contains("/__tests__/")
        || path.contains("/fixtures/");
  }

  private static void read(
      ConfigReader reader, Path path, String relative, String service, Harvest into) {
    try {
      reader.read(TextFile.read(path, relative), service, into);
    } catch (SourceRefused e) {
      into.gap(relative, e.line, String.valueOf(e.getMessage()));
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      into.gap(relative, 1, "could not be read: " + e.getClass().getSimpleName());
    }
  }

  private static EnvSetting renamed(EnvSetting s, ServiceMap services) {
    boolean foreign = s.kind() == SourceKind.COMPOSE || s.kind() == SourceKind.KUBERNETES;
    return foreign ? s.of(services.named(s.service())) : s;
  }

  private static void monitorFile(ServiceSpec service, MonitorFile own, Harvest into) {
    String him = service.name();
    service
        .env()
        .forEach(
            (name, value) ->
                into.env.add(
                    new EnvSetting(
                        him, name, value, SourceKind.MONITOR, "", own.setting(him, "env", name))));
    if (service.port() > 0) {
      into.ports.add(
          new PortBinding(
              him, service.port(), "port", SourceKind.MONITOR, own.setting(him, "port")));
    }
  }
}
