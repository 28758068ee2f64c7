package io.streamsmonitor.agents.logs.template;

import java.util.ArrayList;
import java.util.List;

/** Splits a message into words and masks those that can only be variables. */
final class Masker {
  /** What stands for a variable. */
  static final String ANY = "<*>";

  private static final int WORDS = 48;

  private Masker() {}

  /** The words; a number, an id, an address or a quoted value is {@link #ANY}. */
  static List<String> words(String message) {
    List<String> words = new ArrayList<>();
    int i = 0;
    int length = message.length();
    while (i < length && words.size() < WORDS) {
      while (i < length && separator(message.charAt(i))) {
        i++;
      }
      int start = i;
      boolean digit = false;
      while (i < length && !separator(message.charAt(i))) {
        char c = message.charAt(i++);
        digit |= c >= '0' && c <= '9';
      }
      if (i > start) {
        words.add(word(message, start, i, digit));
      }
    }
    return words;
  }

  private static String word(String message, int start, int end, boolean digit) {
    if (digit || end - start > 40) {
      return ANY;
    }
    String word = message.substring(start, end);
    boolean hex = end - start >= 8 && word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return hex ? ANY : word;
  }

  private static boolean separator(char c) {
    return c <= ' ' || c == ',' || c == ';' || c == '"' || c == '\'' || c == '(' || c == ')'
        || c == '=' || c == '[' || c == ']' || c == '{' || c == '}' || c == '<' || c == '>'
        || c == '|';
  }
}
