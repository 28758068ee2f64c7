package io.streamsmonitor.report.html;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.text.Markup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writers, streams, readers in three columns. */
final class TopologyFigure implements HtmlPart {
  private static final int SHOWN = 40;
  private static final int ROW = 34;
  private static final int BOX = 240;
  private static final int[] COLUMN = {0, 390, 780};

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    Topology topology = r.topology();
    List<StreamRow> rows =
        r.streams().stream()
            .filter(s -> topology.streams().contains(s.name()))
            .limit(SHOWN)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    Set<String> writers = new LinkedHashSet<>();
    Set<String> readers = new LinkedHashSet<>();
    rows.forEach(s -> writers.addAll(topology.writersOf(s.name())));
    rows.forEach(s -> readers.addAll(topology.readersOf(s.name())));
    List<String> left = new ArrayList<>(writers);
    List<String> right = new ArrayList<>(readers);
    int height = ROW * Math.max(rows.size(), Math.max(left.size(), right.size())) + 24;
    Anchors.heading("topology", "Topology", page);
    page.open("svg", "viewBox", "0 0 1040 " + height, "class", "map", "role", "img");
    page.element("title", "Which service writes and reads which stream");
    for (int i = 0; i < rows.size(); i++) {
      int at = i;
      StreamRow s = rows.get(i);
      topology.writersOf(s.name()).forEach(w -> edge("", 0, left.indexOf(w), 1, at, page));
      String kind = s.lagging() ? " " + s.status() : "";
      topology.readersOf(s.name()).forEach(x -> edge(kind, 1, at, 2, right.indexOf(x), page));
    }
    boxes(left, 0, page);
    for (int i = 0; i < rows.size(); i++) {
      StreamRow s = rows.get(i);
      box(s.name() + (s.lagging() ? " · lag " + s.lag() : ""), s.status(), 1, i, page);
    }
    boxes(right, 2, page);
    page.close("svg").newline();
  }

  private static void boxes(List<String> names, int column, Markup page) {
    for (int i = 0; i < names.size(); i++) {
      box(names.get(i), Verdict.HEALTHY, column, i, page);
    }
  }

  private static void box(String label, Verdict status, int column, int row, Markup page) {
    int x = COLUMN[column];
    int y = ROW * row + 8;
    String shown = label.length() > 34 ? label.substring(0, 33) + "…" : label;
    String kind = status == Verdict.HEALTHY ? "box" : "box " + status;
    int round = column == 1 ? 13 : 4;
    page.empty("rect", "class", kind, "x", x, "y", y, "width", BOX, "height", 26, "rx", round);
    page.element("text", shown, "x", x + 10, "y", y + 17);
  }

  private static void edge(String kind, int from, int fromRow, int to, int toRow, Markup page) {
    int x1 = COLUMN[from] + BOX;
    int x2 = COLUMN[to];
    int y1 = ROW * fromRow + 21;
    int y2 = ROW * toRow + 21;
    int bend = (x1 + x2) / 2;
    String path =
        "M" + x1 + " " + y1 + "C" + bend + " " + y1 + " " + bend + " " + y2 + " " + x2 + " " + y2;
    page.empty("path", "class", "edge" + kind, "d", path);
  }
}
