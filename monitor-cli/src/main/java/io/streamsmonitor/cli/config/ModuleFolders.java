package io.streamsmonitor.cli.config;

import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Services where no monitor.yml names them: the folders with a build file and sources. */
public final class ModuleFolders {
  private static final int DEEPEST = 4;
  private static final Set<String> MARKERS =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts", "package.json");
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "target", "build", "dist", "out", "src", "monitor-session");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<\\s]+)\\s*<");
  private static final Pattern PACKAGE = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ROOT = Pattern.compile("rootProject\\.name\\s*=\\s*['\"]([^'\"]+)");

  private ModuleFolders() {}

  /** The services below the folder; a folder that is one itself is named by its build file. */
  public static List<ServiceSpec> in(Path folder) {
    List<Path> modules = new ArrayList<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = String.valueOf(dir.getFileName());
            if (!dir.equals(folder) && (name.startsWith(".") || SKIPPED.contains(name))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (MARKERS.stream().anyMatch(m -> Files.exists(dir.resolve(m))) && hasSources(dir)) {
              modules.add(dir);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(
          folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, visitor);
    } catch (IOException e) {
      // A folder that cannot be walked has no services to guess; the scan itself says what is
      // amiss.
      return List.of();
    }
    return named(folder, modules);
  }

  private static boolean hasSources(Path dir) {
    return Files.isDirectory(dir.resolve("src")) || Files.exists(dir.resolve("package.json"));
  }

  /** Inner modules first: what lies in one belongs to it and not to the module around it. */
  private static List<ServiceSpec> named(Path folder, List<Path> modules) {
    Map<String, Integer> uses = new HashMap<>();
    modules.forEach(m -> uses.merge(simple(folder, m), 1, Integer::sum));
    return modules.stream()
        .sorted(
            Comparator.comparingInt((Path m) -> -m.getNameCount())
                .thenComparing(Comparator.naturalOrder()))
        .map(
            m ->
                service(
                    uses.getOrDefault(simple(folder, m), 1) > 1
                        ? path(folder, m)
                        : simple(folder, m),
                    m))
        .filter(s -> !s.name().isEmpty())
        .toList();
  }

  private static String simple(Path folder, Path module) {
    return module.equals(folder) ? artifact(module) : String.valueOf(module.getFileName());
  }

  private static String path(Path folder, Path module) {
    return module.equals(folder)
        ? artifact(module)
        : folder.relativize(module).toString().replace('\\', '/').replace('/', '-');
  }

  private static ServiceSpec service(String name, Path module) {
    ServiceSpec plain = ServiceSpec.of(name, List.of(), module);
    return new ServiceSpec(
        name,
        List.of(),
        module,
        Map.of(),
        null,
        List.of(),
        0,
        null,
        List.of(module),
        List.of(module),
        plain.publishes(),
        plain.consumes());
  }

  /** What the build calls itself: the name of the checkout's folder is anybody's choice. */
  private static String artifact(Path module) {
    String pom = text(module.resolve("pom.xml")).replaceAll("(?s)<parent>.*?</parent>", "");
    return first(ARTIFACT, pom)
        + (pom.isEmpty() ? first(PACKAGE, text(module.resolve("package.json"))) : "")
        + (pom.isEmpty() && !Files.exists(module.resolve("package.json"))
            ? first(
                ROOT,
                text(module.resolve("settings.gradle"))
                    + text(module.resolve("settings.gradle.kts")))
            : "");
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) < 1 << 20
          ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
