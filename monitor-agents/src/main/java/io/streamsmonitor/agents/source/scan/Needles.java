package io.streamsmonitor.agents.source.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Looks for many words of ASCII letters in a file's bytes at one go, each byte once (Aho and
 * Corasick).
 */
final class Needles {
  private static final int BYTES = 128;

  private final int[] next;
  private final int[] marks;

  /**
   * @param words with the bits that stand for each
   */
  Needles(Map<String, Integer> words) {
    List<int[]> nodes = new ArrayList<>();
    List<Integer> bits = new ArrayList<>();
    node(nodes, bits);
    words.forEach(
        (word, mark) -> {
          int at = 0;
          for (int i = 0; i < word.length(); i++) {
            int c = word.charAt(i);
            if (nodes.get(at)[c] < 0) {
              nodes.get(at)[c] = node(nodes, bits);
            }
            at = nodes.get(at)[c];
          }
          bits.set(at, bits.get(at) | mark);
        });
    complete(nodes, bits);
    next = new int[nodes.size() * BYTES];
    marks = new int[nodes.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = bits.get(i);
      for (int b = 0; b < BYTES; b++) {
        next[i * BYTES + b] = nodes.get(i)[b];
      }
    }
  }

  private static int node(List<int[]> nodes, List<Integer> bits) {
    int[] node = new int[BYTES];
    Arrays.fill(node, -1);
    nodes.add(node);
    bits.add(0);
    return nodes.size() - 1;
  }

  /** Where a word does not go on, another may have begun inside it: breadth first. */
  private static void complete(List<int[]> nodes, List<Integer> bits) {
    int[] shorter = new int[nodes.size()];
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int b = 0; b < BYTES; b++) {
        int to = nodes.get(at)[b];
        int instead = at == 0 ? 0 : nodes.get(shorter[at])[b];
        if (to < 0) {
          nodes.get(at)[b] = instead;
        } else {
          shorter[to] = instead;
          bits.set(to, bits.get(to) | bits.get(instead));
          open.add(to);
        }
      }
    }
  }

  /** The bits of all words that stand somewhere in the bytes. */
  int in(byte[] bytes) {
    int found = 0;
    int at = 0;
    for (byte b : bytes) {
      at = b < 0 ? 0 : next[at * BYTES + b];
      found |= marks[at];
    }
    return found;
  }
}
