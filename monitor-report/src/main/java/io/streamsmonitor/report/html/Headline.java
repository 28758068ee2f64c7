package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The verdict, the score, what to do first, and where everything stands. */
final class Headline implements HtmlPart {
  private static final double ROUND = 2 * Math.PI * 40;

  @Override
  public void write(View view, Markup page) {
    SessionResult r = view.result();
    page.element("a", "Skip to the root causes", "class", "skip", "href", "#causes");
    page.open("header", "class", "head " + r.verdict());
    ring(r.score().value(), page);
    page.open("div").open("h1").element("b", r.verdict()).text(" · " + sentence(r)).close("h1");
    page.element("p", facts(r), "class", "mute");
    if (r.session().end() != SessionEnd.COMPLETE) {
      String why = r.session().env().getOrDefault("END_REASON", "");
      page.open("p", "class", "DEGRADED");
      page.element(
          "span", "⚠️ The session is not complete. " + Visible.cut(why, 300), "class", "b");
      page.close("p");
    }
    first(view, page);
    page.close("div").close("header").newline();
    page.open("nav", "aria-label", "Parts of the report");
    Anchors.ALL.forEach((id, name) -> page.element("a", name, "href", "#" + id));
    page.close("nav").newline();
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

  private static String facts(SessionResult r) {
    Duration watched = r.watched();
    return "Session "
        + r.id()
        + " · "
        + (watched == null ? "duration unknown" : Span.ofMillis(watched.toMillis()))
        + " · "
        + Span.count(r.session().services().size(), "service")
        + " · "
        + Span.count(r.streams().size(), "stream");
  }

  /** The first root cause, else the worst finding that none explains. */
  private static void first(View view, Markup page) {
    SessionResult r = view.result();
    List<Finding> alone = r.unexplained();
    Finding f =
        !r.causes().isEmpty()
            ? r.causes().get(0).synthesis()
            : alone.isEmpty() ? null : alone.get(0);
    if (f == null) {
      return;
    }
    page.open("p", "class", "first " + f.severity())
        .element("span", "Start here", "class", "label");
    page.text(Visible.cut(f.text("recommendation"), 300)).text(" ");
    view.id(f.findingId(), page);
    f.locations().stream().limit(1).forEach(at -> View.place(at, page.text(" ")));
    page.close("p");
  }

  private static void ring(int score, Markup page) {
    page.open("svg", "viewBox", "0 0 92 92", "role", "img");
    page.element("title", "Score " + score + " of 100");
    page.empty("circle", "class", "ring back", "cx", 46, "cy", 46, "r", 40);
    if (score > 0) {
      String dash = String.format(Locale.ROOT, "%.1f %.1f", ROUND * score / 100, ROUND);
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
    page.element("text", score, "class", "score m", "x", 46, "y", 51)
        .element("text", "of 100", "class", "mute m", "x", 46, "y", 67)
        .close("svg");
  }
}
