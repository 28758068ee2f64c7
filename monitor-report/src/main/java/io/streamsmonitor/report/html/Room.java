package io.streamsmonitor.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of each list the page shows; what is cut is cut by severity, and said.
 *
 * @param findings listed
 * @param full of them, with everything they hold; the others say what, where and why in short
 * @param text characters of one quoted text
 * @param flows drawn
 * @param rows of a table
 * @param nodes streams in the drawing
 * @param causes with their chains
 * @param dots on the timeline
 */
record Room(
    int findings, int full, int text, int flows, int rows, int nodes, int causes, int dots) {
  private static final int FULL_AT_LEAST = 12;
  private static final int SHORT = 180;

  static final Room FULL = new Room(150, 120, 1500, 10, 100, 40, 30, 300);

  /** The same, tighter: first what unfolds, then what is seen at once. */
  private Room less() {
    if (full > FULL_AT_LEAST || text > SHORT) {
      int fewer = less(full, 0.8, FULL_AT_LEAST);
      int shorter = less(text, 0.88, SHORT);
      return new Room(findings, fewer, shorter, less(flows, 0.85, 2), rows, nodes, causes, dots);
    }
    return new Room(
        less(findings, 0.9, 20),
        less(full, 0.8, 8),
        less(text, 0.9, 120),
        flows,
        less(rows, 0.9, 10),
        less(nodes, 0.95, 10),
        less(causes, 0.95, 5),
        less(dots, 0.9, 50));
  }

  /** From all there is to the least. */
  static List<Room> all() {
    List<Room> all = new ArrayList<>(List.of(FULL));
    for (Room next = FULL.less(); !next.equals(all.get(all.size() - 1)); next = next.less()) {
      all.add(next);
    }
    return all;
  }

  private static int less(int now, double part, int least) {
    return Math.max(Math.min(now, least), (int) (now * part));
  }
}
