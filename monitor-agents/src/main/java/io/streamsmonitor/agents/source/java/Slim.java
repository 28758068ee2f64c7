package io.streamsmonitor.agents.source.java;

/**
 * Java without what a parser reads only to leave it out: comments, indentation. Lines stay what
 * they are; columns move, in their order.
 */
final class Slim {
  private static final String BLOCK = "\"\"\"";

  private final String text;
  private final StringBuilder out;
  private int at;

  private Slim(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  static String of(String text) {
    Slim slim = new Slim(text);
    while (slim.at < text.length()) {
      slim.step();
    }
    return slim.out.toString();
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      literal(text.startsWith(BLOCK, at) ? BLOCK : String.valueOf(c));
    } else if (c == '/' && text.startsWith("//", at)) {
      at = lineEnd(at);
    } else if (c == '/' && text.startsWith("/*", at)) {
      comment();
    } else if (c == '\n' || c == '\r') {
      trim();
      out.append(c);
      at++;
    } else if (c == ' ' || c == '\t' || c == '\f') {
      space();
      at++;
    } else {
      out.append(c);
      at++;
    }
  }

  /** One between two tokens, none before the first of a line. */
  private void space() {
    char last = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
    if (last != ' ' && last != '\n' && last != '\r') {
      out.append(' ');
    }
  }

  private void trim() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  /** Keeps the line breaks; one that does not end takes the rest. */
  private void comment() {
    int close = text.indexOf("*/", at + 2);
    int end = close < 0 ? text.length() : close + 2;
    space();
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        out.append(c);
      }
    }
  }

  /** As it is; a string or character that does not end ends with its line. */
  private void literal(String quote) {
    int end = at + quote.length();
    int limit = quote.equals(BLOCK) ? text.length() : lineEnd(at);
    while (end < limit && !text.startsWith(quote, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end < limit ? end + quote.length() : limit, text.length());
    out.append(text, at, end);
    at = end;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
