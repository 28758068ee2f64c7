package io.streamsmonitor.agents.source.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * The words of a text that may name a type, as numbers in their order. Two words with one number
 * are so rare that they only cost the parsing of a file for nothing.
 */
final class Words {
  static final Words NONE = new Words(new int[0]);

  private static final int START = 0x811c9dc5;
  private static final int STEP = 0x01000193;
  private static final boolean[] PART = new boolean[256];

  static {
    for (int c = 0; c < PART.length; c++) {
      PART[c] = c >= 128 || (Character.isJavaIdentifierPart(c) && c > ' ');
    }
  }

  private final int[] sorted;

  private Words(int[] sorted) {
    this.sorted = sorted;
  }

  /**
   * The words of a file.
   *
   * @param small whether such count as begin with a small letter: scripts are named like that
   */
  static Words of(byte[] bytes, boolean small) {
    int[] all = new int[64];
    int size = 0;
    int at = 0;
    while (at < bytes.length) {
      int first = bytes[at];
      int hash = START;
      int begin = at;
      while (at < bytes.length && PART[bytes[at] & 0xff]) {
        hash = (hash ^ bytes[at++]) * STEP;
      }
      if (at == begin) {
        at++;
      } else if (small || first < 0 || (first >= 'A' && first <= 'Z')) {
        all = size == all.length ? Arrays.copyOf(all, size * 2) : all;
        all[size++] = hash;
      }
    }
    return new Words(distinct(Arrays.copyOf(all, size)));
  }

  /** These words. */
  static Words of(Collection<String> words) {
    return new Words(distinct(words.stream().mapToInt(Words::hash).toArray()));
  }

  /** As {@link #numbers} gave them. */
  static Words of(int[] numbers) {
    return new Words(distinct(numbers.clone()));
  }

  int[] numbers() {
    return sorted.clone();
  }

  static int hash(String word) {
    int hash = START;
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * STEP;
    }
    return hash;
  }

  /** Those that the other has as well. */
  int[] shared(Words other) {
    return Arrays.stream(sorted).filter(w -> Arrays.binarySearch(other.sorted, w) >= 0).toArray();
  }

  private static int[] distinct(int[] numbers) {
    Arrays.sort(numbers);
    int size = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[size++] = numbers[i];
      }
    }
    return Arrays.copyOf(numbers, size);
  }
}
