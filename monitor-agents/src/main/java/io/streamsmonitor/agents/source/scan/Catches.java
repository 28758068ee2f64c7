package io.streamsmonitor.agents.source.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a file may hold a catch that swallows its exception, by its characters alone. A catch
 * that plainly throws, logs or uses what it caught is none; what is not plain is worth parsing.
 */
final class Catches {
  private static final Pattern CATCH =
      Pattern.compile(
          "\\bcatch\\s*\\(\\s*(?:final\\s+|@\\w+\\s+)*[\\w.\\s|]+?\\s(\\w+)\\s*\\)\\s*\\{");
  private static final Pattern UNSURE = Pattern.compile("\\b(?:if|catch|switch)\\b|\\?|//|/\\*|\"");
  private static final Pattern TELLS =
      Pattern.compile("\\bthrow\\b|\\blog(?:ger)?\\s*\\.|\\bLOG(?:GER)?\\s*\\.");
  private static final Pattern WORD = Pattern.compile("\\bcatch\\b");

  private Catches() {}

  static boolean mayBeSilent(String text) {
    Matcher words = WORD.matcher(text);
    int all = 0;
    while (words.find()) {
      all++;
    }
    int plain = 0;
    Matcher found = CATCH.matcher(text);
    while (found.find()) {
      int end = closing(text, found.end());
      if (end < 0 || !isPlain(text.substring(found.end(), end), found.group(1))) {
        return true;
      }
      plain++;
    }
    return plain < all;
  }

  private static boolean isPlain(String body, String exception) {
    String code = body.replaceAll("\"(?:[^\"\\\\\\n]|\\\\.)*\"", "x").replaceAll("//[^\\n]*", "");
    return !UNSURE.matcher(code).find()
        && (TELLS.matcher(code).find()
            || Pattern.compile("\\b" + exception + "\\b").matcher(code).find());
  }

  /** The brace that closes the block; texts with braces in them make it wrong, and then unsure. */
  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
