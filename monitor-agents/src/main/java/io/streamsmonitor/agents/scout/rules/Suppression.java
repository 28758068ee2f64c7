package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.CodeFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code // monitor:ignore RULE reason}, on the line of a finding or on a comment line right above
 * it. Without a reason it does not count.
 */
final class Suppression {
  private static final Pattern COMMENT = Pattern.compile("//\\s*monitor:ignore\\s+(\\S+)\\s+\\S");

  private Suppression() {}

  static boolean covers(CodeFile file, int line, String rule) {
    if (names(file.text(line, line), rule)) {
      return true;
    }
    for (int above = line - 1;
        above > 0 && file.text(above, above).strip().startsWith("//");
        above--) {
      if (names(file.text(above, above), rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(String text, String rule) {
    Matcher found = COMMENT.matcher(text);
    while (found.find()) {
      String named = found.group(1);
      if (named.equals(rule) || rule.equals("code." + named)) {
        return true;
      }
    }
    return false;
  }
}
