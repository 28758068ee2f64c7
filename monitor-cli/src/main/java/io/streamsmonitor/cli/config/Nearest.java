package io.streamsmonitor.cli.config;

import java.util.Collection;
import java.util.Comparator;

/** The known word that is nearest to a mistyped one, by edit distance. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of the known ones; empty where none is known. */
  public static String of(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k))
        .orElse("");
  }

  /** The nearest one, unless it is another word altogether; empty then. */
  public static String within(String word, Collection<String> known) {
    String nearest = of(word, known);
    return distance(word, nearest) <= Math.max(2, word.length() / 2) ? nearest : "";
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
