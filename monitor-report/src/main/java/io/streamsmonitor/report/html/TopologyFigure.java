package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.text.Markup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writers, streams, readers in three columns; the streams worst first. */
final class TopologyFigure implements HtmlPart {
  private static final int SERVICES = 60;
  private static final int ROW = 32;
  private static final int TOP = 28;
  private static final int BOX = 240;
  private static final int LABEL = 30;
  private static final int[] COLUMN = {0, 400, 800};

  @Override
  public void write(View view, Markup page) {
    Topology topology = view.result().topology();
    Set<String> known = topology.streams();
    List<StreamRow> all =
        view.result().streams().stream().filter(s -> known.contains(s.name())).toList();
    List<StreamRow> rows = all.subList(0, Math.min(view.room().nodes(), all.size()));
    Anchors.heading("topology", "Topology", page);
    if (rows.isEmpty()) {
      page.element("p", "No service was seen to write or to read a stream.");
      return;
    }
    List<String> left = services(rows, topology::writersOf);
    List<String> right = services(rows, topology::readersOf);
    int height = TOP + ROW * Math.max(rows.size(), Math.max(left.size(), right.size()));
    String words =
        "Coloured by the worst finding; a coloured line leads to a reader that is behind.";
    page.element("p", words, "class", "mute");
    page.open("div", "class", "scroll")
        .open("svg", "viewBox", "0 0 1040 " + height, "class", "map", "role", "img");
    page.element("title", "Which service writes and which reads which stream");
    page.element("desc", words(rows, topology));
    List<String> heads = List.of("writes", "stream", "reads");
    for (int i = 0; i < heads.size(); i++) {
      page.element("text", heads.get(i), "class", "mute", "x", COLUMN[i], "y", 14);
    }
    for (int i = 0; i < rows.size(); i++) {
      edges(rows.get(i), i, left, right, topology, page);
    }
    Map<String, Severity> worst = worst(view.result().open());
    boxes(left, 0, worst, page);
    boxes(right, 2, worst, page);
    for (int i = 0; i < rows.size(); i++) {
      StreamRow s = rows.get(i);
      String state =
          topology.readersOf(s.name()).isEmpty()
              ? " · no reader"
              : s.lagging() ? " · lag " + s.lag() : "";
      box(s.name(), state, s.status() == Verdict.HEALTHY ? "" : " " + s.status(), 1, i, page);
    }
    page.close("svg").close("div").newline();
    View.rest(all.size() - rows.size(), "streams, none of them worse, are not drawn", page);
  }

  private static void edges(
      StreamRow s, int row, List<String> left, List<String> right, Topology t, Markup page) {
    t.writersOf(s.name()).forEach(w -> edge("", 0, left.indexOf(w), row, page));
    String kind = s.lagging() ? " " + s.status() : "";
    t.readersOf(s.name()).forEach(x -> edge(kind, 1, right.indexOf(x), row, page));
  }

  /** Services by the middle of the streams that they touch, so that few lines cross. */
  private static List<String> services(
      List<StreamRow> rows, Function<String, Set<String>> touching) {
    Map<String, List<Integer>> touched = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int at = i;
      touching
          .apply(rows.get(i).name())
          .forEach(s -> touched.computeIfAbsent(s, k -> new ArrayList<>()).add(at));
    }
    return touched.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, List<Integer>>>comparingDouble(TopologyFigure::middle)
                .thenComparing(Map.Entry::getKey))
        .limit(SERVICES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double middle(Map.Entry<String, List<Integer>> touched) {
    return touched.getValue().stream().mapToInt(i -> i).average().orElse(0);
  }

  private static String words(List<StreamRow> rows, Topology t) {
    StringBuilder words = new StringBuilder();
    for (StreamRow s : rows) {
      words.append(View.name(s.name()));
      words.append(" is written by ").append(some(t.writersOf(s.name())));
      words.append(", read by ").append(some(t.readersOf(s.name()))).append(". ");
    }
    return words.toString();
  }

  private static String some(Collection<String> names) {
    String more = names.size() > 5 ? " and " + (names.size() - 5) + " more" : "";
    return names.isEmpty()
        ? "nobody"
        : String.join(", ", names.stream().limit(5).map(View::name).toList()) + more;
  }

  private static Map<String, Severity> worst(Collection<Finding> open) {
    Map<String, Severity> worst = new HashMap<>();
    for (Finding f : open) {
      String service = f.service();
      if (service != null && f.severity().atLeast(Severity.HIGH)) {
        worst.merge(service, f.severity(), (a, b) -> a.atLeast(b) ? a : b);
      }
    }
    return worst;
  }

  private static void boxes(
      List<String> names, int column, Map<String, Severity> worst, Markup page) {
    for (int i = 0; i < names.size(); i++) {
      Severity severity = worst.get(names.get(i));
      box(names.get(i), "", severity == null ? "" : " " + severity, column, i, page);
    }
  }

  private static void box(
      String name, String state, String kind, int column, int row, Markup page) {
    int x = COLUMN[column];
    int y = ROW * row + TOP;
    String shown = View.clip(name, LABEL - state.length());
    int round = column == 1 ? 12 : 4;
    page.empty(
        "rect", "class", "box" + kind, "x", x, "y", y, "width", BOX, "height", 24, "rx", round);
    page.element("text", shown + state, "x", x + 12, "y", y + 16);
  }

  private static void edge(String kind, int column, int service, int stream, Markup page) {
    if (service < 0) {
      return; // one of so many services that they are not all drawn
    }
    int x = COLUMN[column] + BOX;
    int y1 = ROW * (column == 0 ? service : stream) + TOP + 12;
    int y2 = ROW * (column == 0 ? stream : service) + TOP + 12;
    String path = "M" + x + " " + y1 + "c80 0 80 " + (y2 - y1) + " 160 " + (y2 - y1);
    page.empty("path", "class", "edge" + kind, "d", path);
  }
}
