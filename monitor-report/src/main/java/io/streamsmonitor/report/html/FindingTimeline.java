package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When each finding was first seen: a row a severity, a dot a finding, stacked where they crowd.
 */
final class FindingTimeline implements HtmlPart {
  private static final int LEFT = 116;
  private static final int WIDTH = 904;
  private static final int DOT = 9;
  private static final int STACK = 6;
  private static final int MARKS = 30;
  private static final int MARK = 19;
  private static final int MARK_ROWS = 3;

  @Override
  public void write(View view, Markup page) {
    Anchors.heading("timeline", "Timeline of findings", page);
    Instant start = view.start();
    Duration watched = view.result().watched();
    if (view.result().open().isEmpty()) {
      page.element("p", "None open at the end of the session.");
      return;
    }
    if (start == null || watched == null || watched.isZero()) {
      page.element("p", "Not drawn: the session did not record when it began and ended.");
      return;
    }
    String words = "When each open finding was first seen; numbers are root causes.";
    page.element("p", words, "class", "mute");
    Markup rows = new Markup();
    int y = causes(view, watched, rows);
    for (Severity severity : Severity.values()) {
      List<Finding> found = view.result().open(severity);
      y = found.isEmpty() ? y : row(severity, found, y, view, watched, rows);
    }
    page.open("div", "class", "scroll")
        .open("svg", "viewBox", "0 0 1040 " + (y + 28), "class", "map dots", "role", "group");
    page.element("title", "Timeline of " + Span.count(view.result().open().size(), "finding"));
    for (int i = 0; i <= 4; i++) {
      Instant at = start.plusMillis(watched.toMillis() * i / 4);
      int x = LEFT + (WIDTH - 40) * i / 4;
      page.empty("line", "class", "axis", "x1", x, "x2", x, "y1", 0, "y2", y + 8);
      page.element("text", view.since(at), "class", "mute m", "x", x, "y", y + 24);
    }
    page.own(rows.toString());
    page.close("svg").close("div").newline();
  }

  /** The root causes by their numbers, where the first of what they explain was seen. */
  private static int causes(View view, Duration watched, Markup page) {
    if (view.causes().isEmpty()) {
      return 0;
    }
    Set<Long> taken = new HashSet<>();
    long deepest = 0;
    page.element("text", "root causes", "class", "mute e", "x", LEFT - 16, "y", 18);
    for (int i = 0; i < Math.min(MARKS, view.causes().size()); i++) {
      RootCause cause = view.causes().get(i);
      Finding f = cause.members().isEmpty() ? cause.synthesis() : cause.members().get(0);
      long place = free(x(view.start(), f.firstSeen(), watched) / MARK, taken);
      long x = place / MARK_ROWS * MARK + MARK / 2;
      long y = 14 + MARK * (place % MARK_ROWS);
      deepest = Math.max(deepest, place % MARK_ROWS);
      link(cause.synthesis().findingId(), cause.synthesis().severity().name(), page);
      page.element("title", View.title(cause.synthesis()));
      page.empty("circle", "cx", x, "cy", y, "r", 8.5);
      page.element("text", i + 1, "x", x, "y", y + 3.5).close("a");
    }
    return (int) (MARK * (deepest + 1)) + 10;
  }

  /** The first free place from that column on, downwards and then to the right. */
  private static long free(long column, Set<Long> taken) {
    long place = column * MARK_ROWS;
    while (!taken.add(place)) {
      place++;
    }
    return place;
  }

  private static int row(
      Severity severity, List<Finding> found, int top, View view, Duration watched, Markup page) {
    Map<Long, List<Finding>> crowds = new TreeMap<>();
    for (Finding f : found) {
      long x = x(view.start(), f.firstSeen(), watched) / DOT * DOT + DOT / 2;
      crowds.computeIfAbsent(x, k -> new ArrayList<>()).add(f);
    }
    int stack = stack(crowds.values(), view.room().dots() / 3);
    int deepest = 1;
    Markup dots = new Markup();
    for (Map.Entry<Long, List<Finding>> crowd : crowds.entrySet()) {
      List<Finding> shown = crowd.getValue().stream().limit(stack).toList();
      deepest = Math.max(deepest, shown.size());
      for (int i = 0; i < shown.size(); i++) {
        dot(shown.get(i), crowd.getKey(), -DOT * i, dots);
      }
      over(crowd.getKey(), crowd.getValue().size() - shown.size(), stack, dots);
    }
    int y = top + DOT * deepest + 14;
    String line = severity + " " + found.size();
    page.open("g", "class", severity, "transform", "translate(0 " + y + ")");
    page.element("text", line, "class", "c e", "x", LEFT - 16, "y", 4);
    page.empty("line", "class", "axis", "x1", LEFT, "x2", LEFT + WIDTH, "y1", 6, "y2", 6);
    page.own(dots.toString()).close("g");
    return y + 6;
  }

  /** How high the dots may stand for at most so many of them. */
  private static int stack(Collection<List<Finding>> crowds, int most) {
    int stack = STACK;
    while (stack > 1 && sum(crowds, stack) > most) {
      stack--;
    }
    return stack;
  }

  private static int sum(Collection<List<Finding>> crowds, int stack) {
    return crowds.stream().mapToInt(crowd -> Math.min(stack, crowd.size())).sum();
  }

  /** What is urgent can be gone to. */
  private static void dot(Finding f, long x, int y, Markup page) {
    if (f.severity().atLeast(Severity.HIGH)) {
      link(f.findingId(), null, page);
      page.open("circle", "cx", x, "cy", y, "r", 4.5);
      page.element("title", f.findingId() + " " + View.clip(f.title(), 50));
      page.close("circle").close("a");
    } else {
      page.empty("circle", "cx", x, "cy", y, "r", 4.5);
    }
  }

  private static void over(long x, int more, int stack, Markup page) {
    if (more > 0) {
      page.element("text", "+" + more, "class", "c m", "x", x, "y", -DOT * stack + 4);
    }
  }

  /** For the pointer: the lists below hold the same for the keyboard. */
  private static void link(String findingId, @Nullable String kind, Markup page) {
    String to = "#" + Anchors.of(findingId);
    if (kind == null) {
      page.open("a", "href", to, "tabindex", -1);
    } else {
      page.open("a", "href", to, "tabindex", -1, "class", kind);
    }
  }

  private static long x(@Nullable Instant start, Instant at, Duration watched) {
    double part =
        start == null ? 0 : Duration.between(start, at).toMillis() * 1.0 / watched.toMillis();
    return LEFT + Math.round((WIDTH - 40) * Math.min(1, Math.max(0, part)));
  }
}
