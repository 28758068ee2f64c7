package io.streamsmonitor.report.html;

import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.report.PollSeries.Point;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every stream with the course of its length, lag and pending entries. */
final class StreamTable implements HtmlPart {
  private static final Pattern LAG = Pattern.compile("\\blag=(\\d{1,12})\\b");

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    Anchors.heading("streams", "Streams", page);
    if (r.streams().isEmpty()) {
      page.element("p", "No stream was seen.");
      return;
    }
    page.open("div", "class", "scroll").open("table").open("tr");
    for (String head :
        List.of("Stream", "Status", "Length", "", "Lag", "", "Pending", "", "Oldest", "What")) {
      if (head.isEmpty()) {
        page.element("td", "", "class", "head-gap");
      } else {
        page.element("th", head, "scope", "col");
      }
    }
    page.close("tr").newline();
    r.streams().stream().limit(room.rows()).forEach(row -> row(row, r, page));
    page.close("table").close("div").newline();
    if (r.streams().size() > room.rows()) {
      page.element("p", (r.streams().size() - room.rows()) + " more in the JSON report.");
    }
  }

  private static void row(StreamRow s, SessionResult r, Markup page) {
    List<Point> points = r.polls().points().getOrDefault(s.name(), List.of());
    page.open("tr").open("th", "scope", "row").element("code", s.name()).close("th");
    page.open("td")
        .element("span", s.seen() ? s.status() : "GONE", "class", "b " + s.status())
        .close("td");
    number(s.length(), page);
    curve("length", points, Point::length, -1, page);
    number(s.lag() == null ? "–" : (s.lagExact() ? "" : "~") + s.lag(), page);
    curve("lag", points, Point::lag, lagLimit(r), page);
    number(s.pending(), page);
    curve("pending", points, Point::pending, -1, page);
    number(s.oldestPendingMs() == 0 ? "–" : Span.ofMillis(s.oldestPendingMs()), page);
    String headline = s.headline();
    page.open("td").text(headline == null ? "" : s.findings().get(0) + " " + headline);
    if (!s.degraded().isEmpty()) {
      page.element(
          "div", "since the baseline: " + String.join(" · ", s.degraded()), "class", "mute");
    }
    page.close("td").close("tr").newline();
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
