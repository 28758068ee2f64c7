package io.streamsmonitor.report.html;

import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.report.PollSeries.Point;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every stream with the course of its length, lag and pending entries. */
final class StreamTable implements HtmlPart {
  private static final Pattern LAG = Pattern.compile("\\blag=(\\d{1,12})\\b");

  @Override
  public void write(View view, Markup page) {
    SessionResult r = view.result();
    Anchors.heading("streams", "Streams", page);
    if (r.streams().isEmpty()) {
      page.element("p", "No stream was seen.");
      return;
    }
    long limit = lagLimit(r);
    page.open("table", "class", "streams");
    page.element("caption", caption(r, limit)).open("thead").open("tr");
    page.element("th", "Stream", "scope", "col").element("th", "Status", "scope", "col");
    for (String head : List.of("Length", "Lag", "Pending")) {
      page.element("th", head, "scope", "col", "colspan", 2);
    }
    page.element("th", "Oldest pending", "scope", "col");
    page.close("tr").close("thead").open("tbody").newline();
    int shown = Math.min(view.room().rows(), r.streams().size());
    r.streams().subList(0, shown).forEach(row -> row(row, limit, view, page));
    page.close("tbody").close("table").newline();
    View.rest(r.streams().size() - shown, "streams, none of them worse, in the JSON report", page);
  }

  private static String caption(SessionResult r, long limit) {
    return "Worst first, as they were at the end. Each curve, to its own scale, shows "
        + Span.count(r.polls().count(), "look")
        + " at Redis; the dashed line is the threshold of lag, "
        + limit
        + " entries.";
  }

  private static void row(StreamRow s, long limit, View view, Markup page) {
    List<Point> points = view.result().polls().points().getOrDefault(s.name(), List.of());
    page.open("tr", "class", s.status());
    page.open("th", "scope", "row").element("code", View.name(s.name()));
    String headline = s.headline();
    if (headline != null) {
      page.open("small");
      view.id(s.findings().get(0), page);
      page.text(" " + Visible.cut(headline, 160)).close("small");
    }
    if (!s.degraded().isEmpty()) {
      String worse = "since the baseline: " + String.join(" · ", s.degraded());
      page.element("small", Visible.cut(worse, 200));
    }
    page.close("th").open("td");
    page.element("span", s.seen() ? s.status() : "GONE", "class", "b").close("td");
    number(s.length(), page);
    curve("length", points, Point::length, -1, page);
    number(s.lag() == null ? "–" : (s.lagExact() ? "" : "~") + s.lag(), page);
    curve("lag", points, Point::lag, limit, page);
    number(s.pending(), page);
    curve("pending", points, Point::pending, -1, page);
    number(s.oldestPendingMs() == 0 ? "–" : Span.ofMillis(s.oldestPendingMs()), page);
    page.close("tr").newline();
  }

  /** The threshold that was in force. */
  private static long lagLimit(SessionResult r) {
    Matcher lag = LAG.matcher(r.session().env().getOrDefault("THRESHOLDS", ""));
    return lag.find() ? Long.parseLong(lag.group(1)) : Thresholds.DEFAULT.lag();
  }

  private static void number(Object value, Markup page) {
    page.element("td", value, "class", "n");
  }

  private static void curve(
      String what, List<Point> points, ToLongFunction<Point> value, long limit, Markup page) {
    page.open("td", "class", "g");
    Sparkline.draw(what, points.stream().mapToLong(value).toArray(), limit, page);
    page.close("td");
  }
}
