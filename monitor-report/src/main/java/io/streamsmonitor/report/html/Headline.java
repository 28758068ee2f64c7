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
  private static final double ROUND = 2 * Math.PI * 34;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    page.open("header", "class", "head");
    ring(r, page);
    page.open("div").element("h1", "● " + r.verdict(), "class", r.verdict());
    Duration watched = r.watched();
    page.element(
        "div",
        "Session "
            + r.id()
            + " · "
            + (watched == null ? "duration unknown" : Span.ofMillis(watched.toMillis()))
            + " · "
            + Span.count(r.session().services().size(), "service")
            + " · "
            + Span.count(r.streams().size(), "stream"),
        "class",
        "mute");
    if (r.session().end() != SessionEnd.COMPLETE) {
      String why = r.session().env().getOrDefault("END_REASON", "");
      page.element("div", "⚠️ The session is not complete. " + why, "class", "DEGRADED b");
    }
    page.close("div").close("header").newline();
    tiles(r, page);
    page.element("p", "Score: " + Score.FORMULA + ".", "class", "mute").newline();
  }

  private static void ring(SessionResult r, Markup page) {
    int score = r.score().value();
    double done = ROUND * score / 100;
    String dash = String.format(Locale.ROOT, "%.1f %.1f", done, ROUND);
    page.open("svg", "width", 84, "height", 84, "viewBox", "0 0 84 84", "role", "img")
        .element("title", "Score " + score + " of 100")
        .empty("circle", "class", "ring back", "cx", 42, "cy", 42, "r", 34)
        .empty(
            "circle",
            "class",
            "ring " + r.verdict(),
            "cx",
            42,
            "cy",
            42,
            "r",
            34,
            "stroke-dasharray",
            dash,
            "transform",
            "rotate(-90 42 42)")
        .element("text", score, "x", 42, "y", 47, "text-anchor", "middle")
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
    page.open("div", "class", "tile")
        .element("b", value, "class", kind)
        .element("span", name)
        .close("div");
  }
}
