package io.streamsmonitor.agents.source.script;

/** Finds where an element among expressions ends; what stands inside is not looked at. */
final class Markup {
  private final String text;

  Markup(String text) {
    this.text = text;
  }

  /** Whether an element, not a type parameter or comparison, begins here. */
  boolean begins(int at) {
    int i = at + 1;
    if (i >= text.length()) {
      return false;
    }
    if (text.charAt(i) == '>') {
      return true;
    }
    if (!Character.isLetter(text.charAt(i))) {
      return false;
    }
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    i = blank(i);
    return i < text.length() && text.charAt(i) != ',' && !text.startsWith("extends ", i);
  }

  /** The place after the element; -1 where nothing closes it. */
  int end(int at) {
    int i = tagEnd(at + 1);
    if (i >= 2 && text.charAt(i - 2) == '/') {
      return i;
    }
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '{') {
        i = braces(i);
      } else if (text.startsWith("</", i)) {
        int close = text.indexOf('>', i);
        return close < 0 ? -1 : close + 1;
      } else if (c == '<' && i + 1 < text.length() && begins(i)) {
        int inner = end(i);
        if (inner < 0) {
          return -1;
        }
        i = inner;
      } else {
        i++;
      }
    }
    return -1;
  }

  private int tagEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '>') {
      char c = text.charAt(i);
      i = c == '{' ? braces(i) : c == '"' || c == '\'' ? quoted(i) : i + 1;
    }
    return Math.min(i + 1, text.length());
  }

  private int braces(int from) {
    int depth = 0;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || c == '`') {
        i = quoted(i);
        continue;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      i++;
      if (depth == 0) {
        return i;
      }
    }
    return i;
  }

  /** After the closing quote; a quote that is not closed on its line is an apostrophe. */
  private int quoted(int from) {
    char quote = text.charAt(from);
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i + 1;
      }
      if (c == '\n' && quote != '`') {
        return from + 1;
      }
      i += c == '\\' ? 1 : 0;
    }
    return from + 1;
  }

  private int blank(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':';
  }
}
