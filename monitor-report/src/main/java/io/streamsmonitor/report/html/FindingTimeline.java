package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each finding was first seen: a row a severity, a dot a finding. */
final class FindingTimeline implements HtmlPart {
  private static final int LEFT = 90;
  private static final int WIDTH = 940;
  private static final int ROW = 28;
  private static final int SHOWN = 300;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    Instant start = r.session().time("START");
    Duration watched = r.watched();
    if (start == null || watched == null || watched.isZero() || r.open().isEmpty()) {
      return;
    }
    int height = ROW * Severity.values().length + 24;
    Anchors.heading("timeline", "Timeline of findings", page);
    page.open("svg", "viewBox", "0 0 1040 " + height, "class", "map", "role", "img");
    page.element("title", "When each open finding was first seen");
    for (Severity severity : Severity.values()) {
      row(severity, r.open(severity), start, watched, page);
    }
    for (int i = 0; i <= 4; i++) {
      Instant at = start.plusMillis(watched.toMillis() * i / 4);
      page.element(
          "text",
          Span.since(start, at),
          "class",
          "mute",
          "x",
          LEFT + (WIDTH - 44) * i / 4,
          "y",
          height - 4);
    }
    page.close("svg").newline();
  }

  private static void row(
      Severity severity, List<Finding> findings, Instant start, Duration watched, Markup page) {
    int y = ROW * List.of(Severity.values()).indexOf(severity) + 14;
    page.element("text", severity, "x", 0, "y", y + 4);
    page.empty("line", "class", "axis", "x1", LEFT, "x2", LEFT + WIDTH, "y1", y, "y2", y);
    Map<Long, Integer> taken = new HashMap<>();
    for (Finding f : findings.stream().limit(SHOWN).toList()) {
      double part = Duration.between(start, f.firstSeen()).toMillis() * 1.0 / watched.toMillis();
      long x = LEFT + Math.round(WIDTH * Math.min(1, Math.max(0, part)));
      int before = taken.merge(x / 9, 1, Integer::sum) - 1;
      int up = Math.min(before, 3) * (before % 2 == 0 ? 3 : -3);
      page.open("circle", "class", "dot " + severity, "cx", x, "cy", y + up, "r", 4.5)
          .element("title", f.findingId() + " " + f.title())
          .close("circle");
    }
  }
}
