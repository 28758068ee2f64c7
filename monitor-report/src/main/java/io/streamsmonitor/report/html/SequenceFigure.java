package io.streamsmonitor.report.html;

import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.text.Markup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A flow as a sequence: a lane a service, an arrow a delivery, downwards in time. */
final class SequenceFigure {
  private static final int LANES = 9;
  private static final int HOPS = 16;
  private static final int LEFT = 56;
  private static final int WIDTH = 1040;
  private static final int TOP = 30;
  private static final int ROW = 40;
  private static final int STUB = 60;

  private SequenceFigure() {}

  static void draw(EventFlow flow, View view, Markup page) {
    List<Hop> hops = Hop.of(flow).stream().limit(HOPS).toList();
    List<String> lanes = lanes(hops);
    if (hops.isEmpty() || lanes.size() > LANES) {
      return;
    }
    int height = TOP + ROW * hops.size() + 6;
    page.open("div", "class", "scroll");
    page.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "class", "map seq");
    page.element("title", "Sequence of " + View.name(flow.id()) + ", as the lines below tell it");
    for (int i = 0; i < lanes.size(); i++) {
      int x = x(i, lanes.size());
      String shown = View.clip(lanes.get(i), 110 / lanes.size() + 6);
      int half = 4 * shown.length() + 10;
      page.empty("line", "class", "lane", "x1", x, "x2", x, "y1", 22, "y2", height);
      page.empty(
          "rect", "class", "box", "x", x - half, "y", 1, "width", 2 * half, "height", 22, "rx", 4);
      page.element("text", shown, "class", "m", "x", x, "y", 16);
    }
    for (int i = 0; i < hops.size(); i++) {
      hop(hops.get(i), TOP + ROW * i + 20, lanes, view, page);
    }
    page.close("svg").close("div").newline();
  }

  private static List<String> lanes(List<Hop> hops) {
    Set<String> lanes = new LinkedHashSet<>();
    for (Hop hop : hops) {
      if (hop.from() != null) {
        lanes.add(hop.from());
      }
      if (hop.to() != null) {
        lanes.add(hop.to());
      }
    }
    return new ArrayList<>(lanes);
  }

  private static void hop(Hop hop, int y, List<String> lanes, View view, Markup page) {
    int to = hop.to() == null ? -1 : x(lanes.indexOf(hop.to()), lanes.size());
    int from = hop.from() == null ? to - STUB : x(lanes.indexOf(hop.from()), lanes.size());
    page.element("text", view.since(hop.at()), "class", "mute", "x", 0, "y", y + 4);
    if (hop.to() == null) {
      boolean room = from + 260 < WIDTH;
      int end = room ? from + STUB : from - STUB;
      arrow("arrow bad lost", from, end, y, page);
      words(hop.label(), "m", (from + end) / 2, y - 5, page);
      words(
          hop.outcome(), room ? "c CRITICAL" : "c e CRITICAL", end + (room ? 6 : -6), y + 4, page);
      return;
    }
    if (from == to) {
      from = to - STUB;
    }
    arrow(hop.bad() ? "arrow bad" : "arrow", from, to, y, page);
    words(hop.label(), "m", (from + to) / 2, y - 5, page);
    boolean right = to > from;
    String kind = (hop.bad() ? "c CRITICAL" : "c HEALTHY") + (right ? " e" : "");
    words(hop.outcome(), kind, to + (right ? -8 : 8), y + 14, page);
  }

  private static void arrow(String kind, int from, int to, int y, Markup page) {
    int back = to > from ? -6 : 6;
    String tip = "m" + back + " -4L" + to + " " + y + "l" + back + " 4";
    page.empty("path", "class", kind, "d", "M" + from + " " + y + "H" + to + tip);
  }

  private static void words(String words, String kind, int x, int y, Markup page) {
    if (!words.isEmpty()) {
      page.element("text", words, "class", kind, "x", x, "y", y);
    }
  }

  private static int x(int lane, int lanes) {
    return LEFT + (WIDTH - LEFT) * (2 * lane + 1) / (2 * lanes);
  }
}
