package io.streamsmonitor.cli.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which folder a word on the command line means: a path, {@code last}, or {@code last~2}. */
final class SessionFolders {
  private static final Pattern LAST = Pattern.compile("last(?:~(\\d+))?");

  private SessionFolders() {}

  /**
   * The folder of the word.
   *
   * @param workspace of the newest session, whose archive holds the earlier ones
   * @throws IOException when there are not so many sessions
   */
  static Path of(String word, Path workspace) throws IOException {
    Matcher last = LAST.matcher(word);
    if (!last.matches()) {
      return Path.of(word);
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
