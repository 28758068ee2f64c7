package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.report.FindingCounts;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.Score;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** 1. Executive Dashboard: the numbers, then the root causes. */
public final class Dashboard implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "1. Executive Dashboard");
    page.table(List.of("Metric", "Value"), rows(result));
    page.paragraph("Score: " + Score.FORMULA + ".");
    causes(result, detail, page);
    unexplained(result, detail, page);
    counts("Category", result.counts().byCategory(), detail, page);
    counts("Service", result.counts().byService(), detail, page);
  }

  private static List<List<String>> rows(SessionResult r) {
    FindingCounts counts = r.counts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Session ID", Md.codeCell(r.id())));
    rows.add(List.of("Session duration", duration(r)));
    rows.add(List.of("Services monitored", String.valueOf(r.session().services().size())));
    rows.add(List.of("Streams discovered", String.valueOf(r.streams().size())));
    rows.add(List.of("Total findings", String.valueOf(counts.open())));
    for (Severity severity : Severity.values()) {
      rows.add(List.of(severity + " findings", String.valueOf(counts.of(severity))));
    }
    rows.add(List.of("RESOLVED during the session", String.valueOf(counts.resolved())));
    rows.add(List.of("Unacked messages at shutdown", unacked(r)));
    rows.add(List.of("Streams with consumer lag", lagging(r)));
    rows.add(List.of("Config/Doc drifts found", String.valueOf(r.drifts().size())));
    rows.add(List.of("Root causes", String.valueOf(r.causes().size())));
    rows.add(List.of("Score", r.score().value() + " of 100"));
    rows.add(List.of("Overall system health", r.verdict().words()));
    return rows;
  }

  private static String duration(SessionResult r) {
    Duration watched = r.watched();
    String length = watched == null ? "unknown" : Span.ofMillis(watched.toMillis());
    return r.session().end() == SessionEnd.COMPLETE
        ? length
        : length + " (" + r.session().end() + ")";
  }

  private static String unacked(SessionResult r) {
    return r.unacked() == null ? "unknown (no final state)" : String.valueOf(r.unacked());
  }

  private static String lagging(SessionResult r) {
    List<StreamRow> lagging = r.lagging();
    String names =
        lagging.stream()
            .limit(5)
            .map(row -> Md.codeCell(row.name()) + " " + row.lag())
            .collect(Collectors.joining(", "));
    boolean unknown = r.session().finalState().isEmpty();
    return unknown
        ? "unknown (no final state)"
        : lagging.size() + (names.isEmpty() ? "" : " (" + names + ")");
  }

  private static void causes(SessionResult r, Detail detail, MarkdownPage page) {
    page.heading(4, "Root causes");
    if (r.causes().isEmpty()) {
      page.paragraph("No findings of different agents were tied to a common cause.");
      return;
    }
    int number = 1;
    for (RootCause cause : r.causes().subList(0, Math.min(detail.findings(), r.causes().size()))) {
      Finding f = cause.synthesis();
      String ids =
          cause.members().stream()
              .limit(12)
              .map(Finding::findingId)
              .collect(Collectors.joining(", "));
      page.item(
          number++,
          "**"
              + Md.prose(f.title())
              + "** ("
              + f.severity()
              + ", "
              + f.findingId()
              + ", explains "
              + Span.count(cause.members().size(), "finding")
              + (ids.isEmpty() ? "" : ": " + ids)
              + ")  \n   Fix: "
              + Md.prose(Visible.cut(f.text("recommendation"), detail.text())));
    }
    page.end();
    Listing.rest(page, r.causes().size(), detail.findings(), "all-findings.json");
  }

  private static void unexplained(SessionResult r, Detail detail, MarkdownPage page) {
    List<Finding> rest = r.unexplained();
    if (rest.isEmpty()) {
      return;
    }
    page.heading(4, "Standing alone");
    page.paragraph("CRITICAL and HIGH findings that no root cause explains:");
    rest.stream()
        .limit(detail.rows() / 4)
        .forEach(f -> page.bullet(f.severity() + " " + f.findingId() + ": " + Md.prose(f.title())));
    page.end();
    Listing.rest(page, rest.size(), detail.rows() / 4, "all-findings.json");
  }

  private static void counts(
      String what, Map<String, Long> counts, Detail detail, MarkdownPage page) {
    if (!counts.isEmpty()) {
      page.heading(4, "Findings by " + what.toLowerCase(Locale.ROOT));
      Listing.table(
          page,
          List.of(what, "Count"),
          List.copyOf(counts.entrySet()),
          detail.rows(),
          e -> List.of(Md.codeCell(e.getKey()), String.valueOf(e.getValue())));
    }
  }
}
