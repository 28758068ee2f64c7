package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.logs.LogInput;
import io.streamsmonitor.cli.config.ConfigError;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the user named: files, folders, globs and {@code -}, as inputs in the order to read them.
 */
final class LogFiles {
  private static final int DEPTH = 12;
  private static final Pattern LOG =
      Pattern.compile("(?i).*\\.(?:log|txt|out|err|json|jsonl|ndjson)(?:[.-][\\w-]+)*(?:\\.gz)?");

  /** What rotation adds to a name: {@code orders.log.2.gz}, {@code orders.log-20260301}. */
  private static final Pattern ROTATED =
      Pattern.compile("(?i)(.+\\.(?:log|txt|out|err|json|jsonl|ndjson))[.-](\\d[\\d-]*)(?:\\.gz)?");

  private LogFiles() {}

  /** The inputs; each place that names nothing to read is an error of its own. */
  static List<LogInput> find(List<String> places, Instant now) throws ConfigError {
    List<Named> all = new ArrayList<>();
    for (String place : places) {
      if (place.equals("-")) {
        all.add(new Named("-", Path.of("stdin"), "stdin", Long.MIN_VALUE));
      } else {
        all.addAll(named(place));
      }
    }
    Map<String, Path> folders = new LinkedHashMap<>();
    List<LogInput> inputs = new ArrayList<>();
    for (Named file : ordered(all)) {
      inputs.add(input(file, service(file, folders), now));
    }
    return inputs;
  }

  private record Named(String name, Path path, String service, long age) {}

  private static LogInput input(Named file, String service, Instant now) throws ConfigError {
    if (file.name().equals("-")) {
      return new LogInput(service, "-", now, () -> LogInput.unpacked(System.in));
    }
    try {
      if (!Files.isReadable(file.path())) {
        throw new ConfigError(file.name() + ": permission denied");
      }
      return LogInput.of(service, file.name(), file.path());
    } catch (IOException e) {
      throw new ConfigError(file.name() + ": " + e.getMessage());
    }
  }

  /** The same name in another folder is another service. */
  private static String service(Named file, Map<String, Path> folders) {
    Path folder = folder(file);
    Path first = folders.putIfAbsent(file.service(), folder);
    boolean other = first != null && !first.equals(folder);
    return other ? folder.getFileName() + "/" + file.service() : file.service();
  }

  private static Path folder(Named file) {
    Path whole = file.path().toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return folder == null ? whole : folder;
  }

  /** Rotated files of one log stand where the first of them does, the oldest first. */
  private static List<Named> ordered(List<Named> all) {
    Map<String, List<Named>> groups = new LinkedHashMap<>();
    for (Named file : all) {
      groups
          .computeIfAbsent(folder(file) + "\0" + file.service(), k -> new ArrayList<>())
          .add(file);
    }
    groups.values().forEach(group -> group.sort(Comparator.comparingLong(Named::age)));
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private static List<Named> named(String place) throws ConfigError {
    try {
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return listed(place, path, name -> LOG.matcher(name.getFileName().toString()).matches());
      }
      if (Files.exists(path)) {
        return List.of(named(place, path));
      }
      if (place.matches(".*[*?\\[{].*")) {
        int fixed = place.replaceAll("[*?\\[{].*", "").lastIndexOf('/');
        String base = fixed < 0 ? "" : place.substring(0, Math.max(1, fixed));
        PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + place);
        return listed(place, Path.of(base), glob);
      }
    } catch (InvalidPathException | java.util.regex.PatternSyntaxException e) {
      throw new ConfigError(place + ": " + e.getMessage());
    } catch (IOException e) {
      throw new ConfigError(place + ": " + e.getMessage());
    }
    throw new ConfigError(place + ": no such file");
  }

  private static List<Named> listed(String place, Path base, PathMatcher wanted)
      throws IOException, ConfigError {
    List<Named> found;
    try (Stream<Path> all = Files.walk(base, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      found =
          all.filter(p -> wanted.matches(p) && Files.isRegularFile(p))
              .sorted()
              .map(p -> named(p.toString(), p))
              .toList();
    } catch (java.io.UncheckedIOException e) {
      throw new ConfigError(place + ": " + e.getMessage());
    }
    if (found.isEmpty()) {
      throw new ConfigError(place + ": no log files there");
    }
    return found;
  }

  private static Named named(String name, Path path) {
    String file = path.getFileName().toString();
    Matcher rotated = ROTATED.matcher(file);
    boolean old = rotated.matches();
    String current = old ? rotated.group(1) : file.replaceAll("(?i)\\.gz$", "");
    int dot = current.lastIndexOf('.');
    String service = dot <= 0 ? current : current.substring(0, dot);
    return new Named(name, path, service, old ? age(rotated.group(2)) : Long.MAX_VALUE);
  }

  /** Less is older: numbers count backwards, dates forwards. */
  private static long age(String suffix) {
    String digits = suffix.replace("-", "");
    long number = digits.length() > 17 ? Long.MAX_VALUE - 1 : Long.parseLong(digits);
    return digits.length() >= 6 ? number : -number;
  }
}
