package io.streamsmonitor.report.html;

/**
 * How much of each list the page shows; what is cut is cut by severity, and said.
 *
 * @param findings to unfold
 * @param text characters of one quoted text
 * @param flows drawn
 * @param rows of a table
 */
record Room(int findings, int text, int flows, int rows) {
  static final Room FULL = new Room(120, 1500, 12, 100);

  Room less() {
    return new Room(
        Math.max(5, findings * 3 / 4),
        Math.max(200, text * 3 / 4),
        Math.max(2, flows * 3 / 4),
        Math.max(10, rows * 3 / 4));
  }

  boolean least() {
    return less().equals(this);
  }
}
