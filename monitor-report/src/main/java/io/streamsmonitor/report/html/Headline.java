package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.report.Score;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.time.Duration;
import java.util.Locale;

/** Verdict, score and the numbers of the dashboard. */
final class Headline implements HtmlPart {
  private static final double ROUND = 2 * Math.PI * 40;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    page.open("header", "class", "head " + r.verdict());
    ring(r, page);
    page.open("div").open("h1").element("b", r.verdict()).text(" · " + sentence(r)).close("h1");
    Duration watched = r.watched();
    String facts =
        "Session "
            + r.id()
            + " · "
            + (watched == null ? "duration unknown" : Span.ofMillis(watched.toMillis()))
            + " · "
            + Span.count(r.session().services().size(), "service")
            + " · "
            + Span.count(r.streams().size(), "stream");
    page.element("div", facts, "class", "mute");
    if (r.session().end() != SessionEnd.COMPLETE) {
      String why = r.session().env().getOrDefault("END_REASON", "");
      page.element("div", "⚠️ The session is not complete. " + why, "class", "DEGRADED b");
    }
    page.close("div").close("header").newline();
    nav(page);
    bar(r, page);
    tiles(r, page);
    page.element("p", "Score: " + Score.FORMULA + ".", "class", "mute").newline();
  }

  private static String sentence(SessionResult r) {
    if (r.open().isEmpty()) {
      return "nothing found";
    }
    String findings = Span.count(r.open().size(), "open finding");
    return r.causes().isEmpty()
        ? findings
        : findings + ", " + Span.count(r.causes().size(), "root cause");
  }

  private static void nav(Markup page) {
    page.open("nav", "aria-label", "Parts of the report");
    Anchors.ALL.forEach((id, name) -> page.element("a", name, "href", "#" + id));
    page.close("nav").newline();
  }

  /** How the open findings divide by severity. */
  private static void bar(SessionResult r, Markup page) {
    page.open("div", "class", "bar", "aria-hidden", "true");
    for (Severity s : Severity.values()) {
      long count = r.counts().of(s);
      if (count > 0) {
        page.element("i", "", "class", s, "style", "flex:" + count);
      }
    }
    page.close("div").newline();
  }

  private static void ring(SessionResult r, Markup page) {
    int score = r.score().value();
    page.open("svg", "width", 92, "height", 92, "viewBox", "0 0 92 92", "role", "img");
    page.element("title", "Score " + score + " of 100");
    page.empty("circle", "class", "ring back", "cx", 46, "cy", 46, "r", 40);
    if (score > 0) {
      double done = ROUND * score / 100;
      String dash = String.format(Locale.ROOT, "%.1f %.1f", done, ROUND);
      page.empty(
          "circle",
          "class",
          "ring",
          "cx",
          46,
          "cy",
          46,
          "r",
          40,
          "stroke-dasharray",
          dash,
          "transform",
          "rotate(-90 46 46)");
    }
    page.element("text", score, "class", "score", "x", 46, "y", 51, "text-anchor", "middle")
        .element("text", "of 100", "class", "mute", "x", 46, "y", 67, "text-anchor", "middle")
        .close("svg");
  }

  private static void tiles(SessionResult r, Markup page) {
    page.open("div", "class", "tiles");
    for (Severity s : Severity.values()) {
      tile(s.name(), r.counts().of(s), s.name(), page);
    }
    tile("resolved", r.counts().resolved(), "", page);
    tile("root causes", r.causes().size(), "", page);
    tile("unacked at shutdown", r.unacked() == null ? "unknown" : r.unacked(), "", page);
    boolean unknown = r.session().finalState().isEmpty();
    tile("streams with lag", unknown ? "unknown" : r.lagging().size(), "", page);
    tile("drifts", r.drifts().size(), "", page);
    page.close("div").newline();
  }

  private static void tile(String name, Object value, String kind, Markup page) {
    page.open("div", "class", kind.isEmpty() ? "tile" : "tile " + kind)
        .element("b", value)
        .text(name)
        .close("div");
  }
}
