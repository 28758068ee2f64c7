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
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        int end = at + word.length();
        boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
        if (begins && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
          return true;
        }
      }
    }
    return false;
  }
}
