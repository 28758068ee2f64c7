package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.streams.Vocabulary;
import java.util.List;
import java.util.Set;

/** Which files are worth parsing, by words alone. */
final class Prefilter {
  /** Words without one of which no rule has anything to say about a file. */
  private static final List<String> RULES =
      List.of(
          "System.out",
          "System.err",
          "printStackTrace",
          "getenv",
          "catch",
          ".keys(",
          "@Value",
          "assword",
          "ecret",
          "oken",
          ".auth(",
          "redis://");

  private Prefilter() {}

  static boolean hasStreams(String text) {
    return Vocabulary.TOKENS.stream().anyMatch(text::contains);
  }

  static boolean isOfInterest(String text) {
    return RULES.stream().anyMatch(text::contains);
  }

  /** Whether the text mentions one of the words as a whole word. */
  static boolean mentions(String text, Set<String> words) {
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
        begin = begin < 0 ? i : begin;
      } else if (begin >= 0) {
        if (words.contains(text.substring(begin, i))) {
          return true;
        }
        begin = -1;
      }
    }
    return false;
  }
}
