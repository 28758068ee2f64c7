package io.streamsmonitor.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which folder a word on the command line means: a path, the id of a session, {@code last}, or
 * {@code last~2}.
 */
final class SessionFolders {
  /** Where sessions are, unless told otherwise. */
  static final String DEFAULT = "monitor-session";

  private static final Pattern LAST = Pattern.compile("last(?:~(\\d{1,6}))?");
  private static final Pattern ID = Pattern.compile("\\d{8}_\\d{6}(?:_\\d+)?");

  private SessionFolders() {}

  /** The folder of the word, looked up where sessions are by default. */
  static Path of(String word) throws IOException {
    return of(word, Path.of(DEFAULT));
  }

  /**
   * The folder of the word.
   *
   * @param workspace of the newest session, whose archive holds the earlier ones
   * @throws IOException when there are not so many sessions
   */
  static Path of(String word, Path workspace) throws IOException {
    Matcher last = LAST.matcher(word);
    Path path = path(word);
    if (Files.exists(path)) {
      return path;
    }
    if (ID.matcher(word).matches()) {
      return named(word, workspace);
    }
    if (!last.matches()) {
      return path;
    }
    int back = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
    if (back == 0) {
      return workspace;
    }
    List<Path> earlier = archived(workspace.resolve("archive"));
    if (back > earlier.size()) {
      throw new IOException(
          word + ": " + workspace + " holds " + earlier.size() + " earlier sessions");
    }
    return earlier.get(back - 1);
  }

  private static Path path(String word) throws IOException {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IOException("\"" + word + "\" is no path: " + e.getReason(), e);
    }
  }

  private static Path named(String id, Path workspace) throws IOException {
    Path current = workspace.resolve("SESSION_ID");
    if (Files.isRegularFile(current) && Files.readString(current).strip().equals(id)) {
      return workspace;
    }
    Path archived = workspace.resolve("archive").resolve(id);
    if (Files.isDirectory(archived)) {
      return archived;
    }
    throw new IOException(
        "no session "
            + id
            + " in "
            + workspace
            + " or its archive; `ls "
            + workspace.resolve("archive")
            + "` lists the earlier ones");
  }

  private static List<Path> archived(Path archive) throws IOException {
    if (!Files.isDirectory(archive)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(archive)) {
      return all.filter(p -> Files.exists(p.resolve("SESSION_ID")))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }
}
