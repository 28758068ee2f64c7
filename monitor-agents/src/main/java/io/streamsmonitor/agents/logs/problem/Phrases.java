package io.streamsmonitor.agents.logs.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whole words and phrases sought in a text at once, ignoring case: one table look-up a character,
 * so that a line without any of them costs next to nothing.
 */
final class Phrases {
  private static final int SLOTS = 1 << 12;

  private final List<List<String>> slots = new ArrayList<>();
  private final List<String> all;

  private Phrases(List<String> phrases) {
    all = phrases;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(List.of());
    }
    for (String phrase : phrases) {
      int slot = slot(phrase, 0);
      List<String> longer = new ArrayList<>(slots.get(slot));
      longer.add(phrase);
      slots.set(slot, List.copyOf(longer));
    }
  }

  /** The phrases of a list whose members end with a comma. */
  static Phrases listed(String list) {
    return new Phrases(
        Arrays.stream(list.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList());
  }

  /** Every phrase, in lower case. */
  List<String> all() {
    return all;
  }

  /** Where a phrase stands. */
  record Hit(String phrase, int start, int end) {}

  /** The first phrase at or after {@code from}, or null. */
  @Nullable Hit next(String text, int from) {
    for (int i = from; i + 3 <= text.length(); i++) {
      List<String> candidates = slots.get(slot(text, i));
      for (String phrase : candidates) {
        int end = i + phrase.length();
        if (text.regionMatches(true, i, phrase, 0, phrase.length()) && whole(text, i, end)) {
          return new Hit(phrase, i, end);
        }
      }
    }
    return null;
  }

  /** A word stands alone, or begins and ends where a camel-case name does: {@code ReadTimeout}. */
  private static boolean whole(String text, int start, int end) {
    char first = text.charAt(start);
    boolean left =
        start == 0
            || !Character.isLetterOrDigit(text.charAt(start - 1))
            || (Character.isUpperCase(first)
                && (Character.isLowerCase(text.charAt(start - 1))
                    || (start + 1 < text.length()
                        && Character.isLowerCase(text.charAt(start + 1)))))
            || (start > 1 && text.charAt(start - 2) == '\\');
    boolean right =
        end == text.length()
            || !Character.isLetterOrDigit(text.charAt(end))
            || (Character.isUpperCase(text.charAt(end))
                && Character.isLowerCase(text.charAt(end - 1)));
    return left && right;
  }

  private static int slot(String text, int at) {
    int folded =
        (text.charAt(at) & 0x5f)
            | ((text.charAt(at + 1) & 0x5f) << 8)
            | ((text.charAt(at + 2) & 0x5f) << 16);
    return (folded * 0x9E3779B1) >>> 20;
  }
}
