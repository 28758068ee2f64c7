package io.streamsmonitor.report.html;

import io.streamsmonitor.report.text.Markup;
import java.util.Locale;

/** A small curve, with a dashed line where a threshold lies within its range. */
final class Sparkline {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 22;
  private static final int POINTS = 96;

  private Sparkline() {}

  /** Draws the values, oldest first; {@code threshold} below 0 is none. */
  static void draw(String what, long[] values, long threshold, Markup page) {
    if (values.length < 2) {
      return;
    }
    long top = 1;
    for (long value : values) {
      top = Math.max(top, value);
    }
    String box = "0 0 " + WIDTH + " " + HEIGHT;
    page.open("svg", "width", WIDTH, "height", HEIGHT, "viewBox", box, "role", "img");
    page.element(
        "title",
        what + " from " + values[0] + " to " + values[values.length - 1] + ", at most " + top);
    // A threshold that is not far off sets the scale: the curve shows how near it comes.
    top = threshold > top && threshold <= 3 * top ? threshold : top;
    String path = path(values, top);
    page.empty("path", "class", "area", "d", path + "V" + HEIGHT + "H0Z");
    page.empty("path", "class", "spark", "d", path);
    if (threshold > 0 && threshold <= top) {
      String y = number(y(threshold, top));
      page.empty("line", "class", "limit", "x1", 0, "x2", WIDTH, "y1", y, "y2", y);
    }
    page.close("svg");
  }

  private static String path(long[] values, long top) {
    StringBuilder path = new StringBuilder();
    int points = Math.min(POINTS, values.length);
    for (int i = 0; i < points; i++) {
      int index = (int) ((long) i * (values.length - 1) / (points - 1));
      path.append(i == 0 ? 'M' : 'L')
          .append(number(i * (double) WIDTH / (points - 1)))
          .append(' ')
          .append(number(y(values[index], top)));
    }
    return path.toString();
  }

  private static double y(long value, long top) {
    return HEIGHT - 2 - (HEIGHT - 4) * (double) value / top;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
