package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which service a file belongs to: the one whose paths hold it, else the one named like a folder on
 * the way; without declared services, the folder with the nearest build file.
 */
public final class ServiceMap {
  private static final List<String> MARKERS =
      List.of("pom.xml", "package.json", "build.gradle", "build.gradle.kts", "Dockerfile");

  private record Claim(Path root, String service) {}

  private final Path base;
  private final List<ServiceSpec> services;
  private final List<Claim> claims = new ArrayList<>();

  public ServiceMap(ScanScope scope) {
    this.base = scope.base();
    this.services = scope.services();
    for (ServiceSpec service : services) {
      Stream.of(service.config(), service.sources(), List.of(service.workdir()))
          .flatMap(List::stream)
          .map(path -> path.toAbsolutePath().normalize())
          .filter(path -> !base.startsWith(path))
          .forEach(path -> claims.add(new Claim(path, service.name())));
    }
  }

  /** The service's name, or "" where the file belongs to all or to nobody. */
  public String of(Path file) {
    int depth = -1;
    String owner = "";
    for (Claim claim : claims) {
      int length = claim.root().getNameCount();
      if (file.startsWith(claim.root()) && length >= depth) {
        boolean shared = length == depth && !owner.equals(claim.service());
        owner = shared ? "" : claim.service();
        depth = length;
      }
    }
    return depth >= 0 ? owner : byFolder(file);
  }

  /** The service of a file named in a finding. */
  public String of(String relative) {
    return of(base.resolve(relative));
  }

  /** The declared service that compose or Kubernetes call so, else that name itself. */
  public String named(String name) {
    String plain = plain(name);
    return services.stream()
        .map(ServiceSpec::name)
        .filter(s -> plain(s).equals(plain))
        .findFirst()
        .orElse(name);
  }

  private String byFolder(Path file) {
    if (!file.startsWith(base)) {
      return "";
    }
    Path folder = file.getParent();
    while (folder != null && !folder.equals(base) && folder.startsWith(base)) {
      Path here = folder;
      String plain = plain(TextFile.nameOf(folder));
      for (ServiceSpec service : services) {
        if (plain(service.name()).equals(plain)) {
          return service.name();
        }
      }
      if (services.isEmpty() && MARKERS.stream().anyMatch(m -> Files.exists(here.resolve(m)))) {
        return String.valueOf(folder.getFileName());
      }
      folder = folder.getParent();
    }
    return "";
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[-_.](?:service|svc|app)$", "")
        .replaceAll("[-_.]", "");
  }
}
