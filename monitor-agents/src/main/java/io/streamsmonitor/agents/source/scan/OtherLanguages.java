package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Services of which no source is in a language that is read: the lines that call Redis Streams are
 * found by the names of the commands, so that a report can say where, and that nothing was judged.
 */
final class OtherLanguages {
  private static final Map<String, String> NAMES =
      Map.of(
          "py", "Python", "go", "Go", "rb", "Ruby", "cs", "C#", "php", "PHP", "rs", "Rust", "kt",
          "Kotlin", "scala", "Scala", "ex", "Elixir", "exs", "Elixir");

  private static final Pattern CALL =
      Pattern.compile("(?i)(?<![a-z])x_?(add|ack|read_?group|auto_?claim|claim)(?![a-z])");

  private static final int FILES = 200;
  private static final int PER_SERVICE = 20;
  private static final long LARGEST = 512 * 1024;

  /** By service; each in the order of paths. */
  private final Map<String, TreeMap<String, Path>> found = new TreeMap<>();

  /** Whether the name is that of a source in such a language. */
  static boolean isSource(String name) {
    return NAMES.containsKey(extension(name));
  }

  void found(String service, String path, Path file) {
    TreeMap<String, Path> files = found.computeIfAbsent(service, k -> new TreeMap<>());
    if (files.size() < FILES) {
      files.put(path, file);
    }
  }

  /** Forgets the services that have a source that is read; fleet-wide ones, where any has. */
  void without(List<Source> read) {
    Set<String> services = new HashSet<>();
    read.forEach(source -> services.add(source.service()));
    found.keySet().removeAll(services);
    if (!services.isEmpty()) {
      found.remove("");
    }
  }

  /** Where the files call Redis Streams, by their words; of which stream is not known. */
  List<StreamUse> uses() {
    List<StreamUse> uses = new ArrayList<>();
    found.forEach(
        (service, files) -> {
          List<StreamUse> own = new ArrayList<>();
          files.forEach((path, file) -> read(service, path, file, own));
          uses.addAll(own.subList(0, Math.min(PER_SERVICE, own.size())));
        });
    return uses;
  }

  /** That they were not judged, a sentence for each file that calls Redis Streams. */
  List<String> gaps() {
    return uses().stream()
        .map(use -> use.at().file())
        .distinct()
        .map(
            path ->
                path
                    + ": is "
                    + NAMES.get(extension(path))
                    + ", which is not read; its calls are found by their names, and nothing in it"
                    + " was judged")
        .toList();
  }

  private static void read(String service, String path, Path file, List<StreamUse> out) {
    try {
      if (Files.size(file) > LARGEST) {
        return;
      }
      int number = 0;
      for (String line : FileText.of(Files.readAllBytes(file)).split("\n", -1)) {
        number++;
        Matcher call = CALL.matcher(line);
        if (call.find()) {
          out.add(
              new StreamUse(
                  service,
                  op(call.group(1)),
                  new NameValue.Unknown(NAMES.get(extension(path)) + " is not read"),
                  null,
                  null,
                  List.of(),
                  new Location(path, number),
                  TestCode.is(path)));
        }
      }
    } catch (IOException e) {
      // a file that cannot be read tells nothing, and nothing was claimed of it
    }
  }

  private static StreamUse.Op op(String word) {
    return switch (Character.toLowerCase(word.charAt(1))) {
      case 'd' -> StreamUse.Op.ADD;
      case 'c' -> StreamUse.Op.ACK;
      case 'e' -> StreamUse.Op.GROUP_READ;
      default -> StreamUse.Op.CLAIM;
    };
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
