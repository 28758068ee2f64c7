package io.streamsmonitor.cli.config;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a POSIX shell splits words: quotes and backslashes, nothing else. */
public final class Words {
  private Words() {}

  /**
   * The words of a command line.
   *
   * @throws IllegalArgumentException when a quote is not closed
   */
  public static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == '\'' ? c == quote : quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == '\'') {
        word.append(c);
      } else if (c == '\\' && i + 1 < command.length() && escapes(quote, command.charAt(i + 1))) {
        word.append(command.charAt(++i));
        inWord = true;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("the quote " + quote + " is not closed in: " + command);
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean escapes(char quote, char next) {
    return quote == 0 || next == '"' || next == '\\' || next == '$' || next == '`';
  }
}
