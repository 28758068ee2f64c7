package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.agents.config.declare.Origin;
import io.streamsmonitor.agents.config.declare.Role;
import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comments in code say of streams: {@code publishes to `orders:created`}. Only names that are
 * marked as code count.
 */
public final class CodeComments {
  private static final String MARKED =
      "(?:`([^`\\s]{1,200})`|\\{@code\\s+([^}\\s]{1,200})}|\"([^\"\\s]{1,200})\")";
  private static final String OTHER_THING =
      "(?!\\s+(?:tables?|columns?|files?|fields?|buckets?|cache|collections?|hash|list|set|endpoints?)\\b)";
  private static final Pattern PUBLISHES =
      Pattern.compile(
          "(?i)\\b(?:publish|produc|writ|emit|send|append)\\w*(?:\\s+[\\w,-]+){0,6}?\\s+(?:to|into|onto|on)\\s+(?:[\\w]+\\s+){0,3}?"
              + MARKED
              + OTHER_THING);
  private static final Pattern CONSUMES =
      Pattern.compile(
          "(?i)\\b(?:consum|read|subscrib|listen)\\w*(?:\\s+[\\w,-]+){0,6}?\\s+(?:from|of|to|on)?\\s*(?:[\\w]+\\s+){0,3}?"
              + MARKED
              + OTHER_THING
              + "(?:[^.`\"{]{0,40}\\bgroup\\s+"
              + MARKED
              + ")?");
  private static final Pattern COMMENT = Pattern.compile("\\s*(?://+|/\\*+|\\*+/?|#)\\s?(.*)");

  private record Comment(String service, String text, Location at) {}

  private final List<Comment> comments;

  private CodeComments(List<Comment> comments) {
    this.comments = comments;
  }

  /**
   * Reads the comments of the files.
   *
   * @param service whose a file is
   */
  public static CodeComments read(Path base, List<String> files, UnaryOperator<String> service) {
    List<Comment> out = new ArrayList<>();
    for (String file : files) {
      read(service.apply(file), file, lines(base.resolve(file)), out);
    }
    return new CodeComments(out);
  }

  /** None where the file cannot be read: the scan of the sources says so. */
  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A sentence may go over lines: those of one comment count together. */
  private static void read(String service, String file, List<String> lines, List<Comment> out) {
    StringBuilder text = new StringBuilder();
    int first = 0;
    for (int i = 0; i <= lines.size(); i++) {
      Matcher comment = COMMENT.matcher(i < lines.size() ? lines.get(i) : "");
      if (comment.matches()) {
        first = text.isEmpty() ? i + 1 : first;
        text.append(comment.group(1)).append('\n');
      } else if (!text.isEmpty()) {
        out.add(new Comment(service, text.toString(), new Location(file, first)));
        text.setLength(0);
      }
    }
  }

  /** What the comments declare of names that are known as streams, or spoken of as such. */
  public List<Declaration> declarations(Predicate<String> known) {
    List<Declaration> out = new ArrayList<>();
    for (Comment comment : comments) {
      find(comment, PUBLISHES, Role.PUBLISHES, known, out);
      find(comment, CONSUMES, Role.CONSUMES, known, out);
    }
    return out;
  }

  private static void find(
      Comment comment, Pattern says, Role role, Predicate<String> known, List<Declaration> out) {
    Matcher found = says.matcher(comment.text());
    while (found.find()) {
      String stream = marked(found, 1);
      String group = found.groupCount() > 3 ? marked(found, 4) : "";
      boolean spoken =
          known.test(stream)
              || stream.contains(":")
              || comment.text().toLowerCase(Locale.ROOT).contains("stream");
      if (spoken && Names.plausible(stream) && (group.isEmpty() || Names.plausible(group))) {
        int line =
            comment.at().line() + (int) comment.text().substring(0, found.start()).lines().count();
        boolean starts = found.start() == 0 || comment.text().charAt(found.start() - 1) == '\n';
        Location at =
            new Location(
                comment.at().file(), starts ? line : Math.max(comment.at().line(), line - 1));
        out.add(
            new Declaration(comment.service(), stream, group, role, Origin.COMMENTS, "", true, at));
      }
    }
  }

  private static String marked(Matcher found, int from) {
    for (int i = from; i < from + 3; i++) {
      if (found.group(i) != null) {
        return found.group(i);
      }
    }
    return "";
  }
}
