package io.streamsmonitor.agents.logs.template;

import java.util.ArrayList;
import java.util.List;

/** Messages that differ only in their variables. */
public final class Template {
  private final int id;
  private final String name;
  private final List<String> words;

  Template(int id, List<String> words) {
    this.id = id;
    this.name = String.join(" ", words);
    this.words = new ArrayList<>(words);
  }

  /** Numbered in the order of discovery; never used again. */
  public int id() {
    return id;
  }

  /** Its words when it was found: they stay, as an identity must. */
  public String name() {
    return name;
  }

  /** The words with {@code <*>} for what varies. */
  public String text() {
    return String.join(" ", words);
  }

  /** The share of words that are equal, where both have as many. */
  double likeness(List<String> other) {
    int same = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(other.get(i))) {
        same++;
      }
    }
    return words.isEmpty() ? 1 : (double) same / words.size();
  }

  /** Where they differ, it is a variable. */
  void widen(List<String> other) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).equals(other.get(i))) {
        words.set(i, Masker.ANY);
      }
    }
  }
}
