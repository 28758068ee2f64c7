package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.CodeFile;

/** The lines of a statement. */
final class Statements {
  private static final int MOST_LINES = 12;

  private Statements() {}

  /**
   * From the line to the end of the statement or block that begins there, common indent removed.
   */
  static String at(CodeFile file, int line) {
    int depth = 0;
    int end = line;
    for (; end < line + MOST_LINES && end <= file.lines().size(); end++) {
      String text = file.text(end, end);
      depth += depth(text);
      String code = text.strip();
      if (depth <= 0 && (code.endsWith(";") || code.endsWith("}"))) {
        break;
      }
    }
    return file.shown(line, Math.min(end, line + MOST_LINES - 1)).stripIndent().strip();
  }

  private static int depth(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
    }
    return depth;
  }
}
