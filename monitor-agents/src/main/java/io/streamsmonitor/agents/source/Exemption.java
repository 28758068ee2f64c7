package io.streamsmonitor.agents.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that takes a line out of a rule: {@code monitor:ignore RULE reason}, on the line or
 * right above it, in the comments of whatever language the file is in. Without a reason it has no
 * effect.
 */
public final class Exemption {
  private static final Pattern COMMENT =
      Pattern.compile("(?://|/\\*|#|<!--|--|;)\\s*monitor:ignore\\s+(\\S+)\\s+(?!-->|\\*/)\\S");
  private static final Pattern WHOLE_LINE = Pattern.compile("\\s*(?://|/\\*|\\*|#|<!--|--|;).*");

  private Exemption() {}

  /**
   * Whether a comment covers the line.
   *
   * @param lines of the file
   * @param line from 1; 0 for the file as a whole, which no comment covers
   */
  public static boolean covers(List<String> lines, int line, String rule) {
    if (line < 1 || line > lines.size()) {
      return false;
    }
    if (names(lines.get(line - 1), rule)) {
      return true;
    }
    for (int above = line - 2;
        above >= 0 && WHOLE_LINE.matcher(lines.get(above)).matches();
        above--) {
      if (names(lines.get(above), rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(String text, String rule) {
    Matcher found = COMMENT.matcher(text);
    while (found.find()) {
      String named = found.group(1);
      if (named.equals(rule) || rule.endsWith("." + named)) {
        return true;
      }
    }
    return false;
  }
}
