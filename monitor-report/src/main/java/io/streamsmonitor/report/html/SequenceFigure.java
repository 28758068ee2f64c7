package io.streamsmonitor.report.html;

import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A flow as a sequence: a lane a service or stream, an arrow an event, downwards in time. */
final class SequenceFigure {
  private static final int LANES = 8;
  private static final int EVENTS = 16;
  private static final int LEFT = 56;
  private static final int WIDTH = 1040;
  private static final int TOP = 36;
  private static final int ROW = 26;

  private SequenceFigure() {}

  static void draw(EventFlow flow, @Nullable Instant start, Markup page) {
    List<LifecycleEvent> events = flow.events().stream().limit(EVENTS).toList();
    List<String> lanes = lanes(events);
    if (events.isEmpty() || lanes.size() > LANES) {
      return;
    }
    int height = TOP + ROW * events.size() + 8;
    page.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "class", "wide");
    page.element("title", "Sequence of " + flow.id() + ", as the lines below tell it");
    for (int i = 0; i < lanes.size(); i++) {
      lane(lanes.get(i), x(i, lanes.size()), height, page);
    }
    for (int i = 0; i < events.size(); i++) {
      event(events.get(i), TOP + ROW * i + 16, lanes, start, page);
    }
    page.close("svg").newline();
  }

  private static List<String> lanes(List<LifecycleEvent> events) {
    Set<String> lanes = new LinkedHashSet<>();
    for (LifecycleEvent e : events) {
      if (e.kind() == Lifecycle.PUBLISH) {
        lanes.add(e.service());
        lanes.add(stream(e));
      } else {
        lanes.add(stream(e));
        lanes.add(e.service());
      }
    }
    return new ArrayList<>(lanes);
  }

  private static void lane(String name, int x, int height, Markup page) {
    boolean stream = name.startsWith("▤ ");
    String shown = name.length() > 20 ? name.substring(0, 19) + "…" : name;
    int half = 4 * shown.length() + 10;
    int round = stream ? 3 : 11;
    page.empty(
        "rect", "class", "party", "x", x - half, "y", 1, "width", 2 * half, "height", 22, "rx",
        round);
    page.element("text", shown, "class", stream ? "mute" : "", "x", x, "y", 16, anchor(), "middle");
    page.empty(
        "line", "class", stream ? "lane s" : "lane", "x1", x, "x2", x, "y1", 24, "y2", height);
  }

  private static void event(
      LifecycleEvent e, int y, List<String> lanes, @Nullable Instant start, Markup page) {
    int service = x(lanes.indexOf(e.service()), lanes.size());
    int stream = x(lanes.indexOf(stream(e)), lanes.size());
    boolean consumed = e.kind() == Lifecycle.CONSUME;
    int from = consumed ? stream : service;
    int to = consumed ? service : stream;
    String kind =
        switch (e.kind()) {
          case FAILED -> "arrow bad";
          case ACK -> "arrow ack";
          default -> "arrow";
        };
    int back = to > from ? -6 : 6;
    String tip =
        "M" + (to + back) + " " + (y - 4) + "L" + to + " " + y + "L" + (to + back) + " " + (y + 4);
    page.element("text", Span.since(start, e.at()), "class", "mute", "x", 0, "y", y + 4);
    page.empty("path", "class", kind, "d", "M" + from + " " + y + "H" + to + tip);
    page.element("text", label(e), "x", (from + to) / 2, "y", y - 4, anchor(), "middle");
  }

  private static String label(LifecycleEvent e) {
    Long lag = e.lagMs();
    Long took = e.durationMs();
    String facts =
        lag != null
            ? " after " + Span.ofMillis(lag)
            : took != null ? " in " + Span.ofMillis(took) : "";
    return e.kind().name().toLowerCase(Locale.ROOT) + facts;
  }

  private static String anchor() {
    return "text-anchor";
  }

  private static String stream(LifecycleEvent e) {
    return "▤ " + e.stream();
  }

  private static int x(int lane, int lanes) {
    return LEFT + (WIDTH - LEFT) * (2 * lane + 1) / (2 * lanes);
  }
}
