package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.Score;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;

/** The numbers of the dashboard, and how the score comes about. */
final class Figures implements HtmlPart {
  private static final int WIDTH = 1000;

  @Override
  public void write(View view, Markup page) {
    SessionResult r = view.result();
    bar(r, page);
    page.open("ul", "class", "tiles");
    for (Severity s : Severity.values()) {
      tile(s.name(), r.counts().of(s), s.name(), page);
    }
    tile("resolved", r.counts().resolved(), "", page);
    tile("root causes", r.causes().size(), "", page);
    tile("unacked at shutdown", r.unacked() == null ? "unknown" : r.unacked(), "", page);
    boolean unknown = r.session().finalState().isEmpty();
    tile("streams with lag", unknown ? "unknown" : r.lagging().size(), "", page);
    tile("drifts", r.drifts().size(), "", page);
    page.close("ul").newline();
    page.element("p", "Score: " + Score.FORMULA + ".", "class", "mute score-how").newline();
  }

  /** How the open findings divide by severity. */
  private static void bar(SessionResult r, Markup page) {
    long all = Math.max(1, r.counts().open());
    String box = "0 0 " + WIDTH + " 10";
    page.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        box,
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    long x = 0;
    for (Severity s : Severity.values()) {
      long width = WIDTH * r.counts().of(s) / all;
      if (width > 0) {
        page.empty("rect", "class", s, "x", x, "width", Math.max(1, width - 2), "height", 10);
        x += width;
      }
    }
    page.close("svg").newline();
  }

  private static void tile(String name, Object value, String kind, Markup page) {
    Object[] attributes = kind.isEmpty() ? new Object[0] : new Object[] {"class", kind};
    page.open("li", attributes).element("b", value).text(name).close("li");
  }
}
