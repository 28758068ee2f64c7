package io.streamsmonitor.report.html;

import io.streamsmonitor.report.text.Markup;

/** A small curve, with a dashed line where a threshold lies within its range. */
final class Sparkline {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 110;
  private static final int EDGE = 10;
  private static final int POINTS = 60;

  private Sparkline() {}

  /** Draws the values, oldest first; {@code threshold} below 0 is none. */
  static void draw(String what, long[] values, long threshold, Markup page) {
    if (values.length < 2) {
      return;
    }
    long most = 1;
    for (long value : values) {
      most = Math.max(most, value);
    }
    // A threshold that is not far off sets the scale: the curve shows how near it comes.
    long top = threshold > most && threshold <= 3 * most ? threshold : most;
    boolean line = threshold > 0 && threshold <= top;
    String words =
        what + " from " + values[0] + " to " + values[values.length - 1] + ", at most " + most;
    page.open("svg", "class", "sp", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img");
    page.element("title", line ? words + ", threshold " + threshold : words);
    // The outline of the area lies outside of the picture, so that one path is curve and area.
    String area = path(thin(values), top) + "v200h-600z";
    boolean over = line && most > threshold;
    if (over) {
      page.empty("path", "class", "over", "d", area);
    } else {
      page.empty("path", "d", area);
    }
    if (line) {
      page.empty("path", "class", "l", "d", "M0 " + y(threshold, top) + "H" + WIDTH);
    }
    page.close("svg");
  }

  /** At most so many points that a curve can show; of each part the highest, so no peak is lost. */
  private static long[] thin(long[] values) {
    if (values.length <= POINTS) {
      return values;
    }
    long[] thin = new long[POINTS];
    for (int i = 0; i < values.length; i++) {
      int part = (int) ((long) i * POINTS / values.length);
      thin[part] = Math.max(thin[part], values[i]);
    }
    return thin;
  }

  /** The curve in whole steps from its left edge; level parts are one step. */
  private static String path(long[] values, long top) {
    int y = y(values[0], top);
    StringBuilder path = new StringBuilder("M-60 ").append(y).append("h60");
    int x = 0;
    for (int i = 1; i < values.length; i++) {
      int next = y(values[i], top);
      boolean level = next == y && i + 1 < values.length && y(values[i + 1], top) == y;
      if (!level) {
        int right = WIDTH * i / (values.length - 1);
        path.append(next == y ? "h" + (right - x) : step(right - x, next - y));
        x = right;
        y = next;
      }
    }
    return path.append("h60").toString();
  }

  private static String step(int right, int down) {
    return "l" + right + (down < 0 ? "" : " ") + down;
  }

  private static int y(long value, long top) {
    return HEIGHT - EDGE - (int) Math.round((HEIGHT - 2 * EDGE) * (double) value / top);
  }
}
