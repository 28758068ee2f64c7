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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 1. Executive Dashboard: the numbers, then the root causes. */
public final class Dashboard implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "1. Executive Dashboard");
    page.table(List.of("Metric", "Value"), rows(result));
    page.paragraph(
        "Score: "
            + Md.prose(Score.calculation(result.open()))
            + ", rounded down. Each open finding takes a part of what is left: 20 % a CRITICAL, 8 % a"
            + " HIGH, 2 % a MEDIUM, 0.5 % a LOW; INFO and the syntheses of other findings take none.");
    causes(result, detail, page);
    unexplained(result, detail, page);
    counts("category", result.counts().byCategory(), page);
    counts("service", result.counts().byService(), page);
  }

  private static List<List<String>> rows(SessionResult r) {
    FindingCounts counts = r.counts();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Session ID", Md.codeCell(r.id())));
    rows.add(List.of("Session duration", duration(r)));
    rows.add(List.of("Services monitored", String.valueOf(r.session().services().size())));
    rows.add(List.of("Streams discovered", streams(r)));
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

  private static String streams(SessionResult r) {
    boolean none = r.streams().isEmpty() && !r.streamsKnown();
    return none ? "unknown (Redis could not be read)" : String.valueOf(r.streams().size());
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
    boolean unknown = !r.streamsKnown();
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
    List<List<String>> rows = new ArrayList<>();
    for (RootCause cause : r.causes().subList(0, Math.min(detail.findings(), r.causes().size()))) {
      Finding f = cause.synthesis();
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              Md.cell(f.title()),
              f.severity().name(),
              f.findingId(),
              explained(cause)));
    }
    page.table(List.of("#", "Root cause", "Severity", "Finding", "Explains"), rows);
    Listing.rest(page, r.causes().size(), detail.findings(), "all-findings.json");
  }

  private static String explained(RootCause cause) {
    List<Finding> all = cause.members();
    String ids = all.stream().limit(12).map(Finding::findingId).collect(Collectors.joining(", "));
    return ids + (all.size() > 12 ? " and " + (all.size() - 12) + " more" : "");
  }

  private static void unexplained(SessionResult r, Detail detail, MarkdownPage page) {
    List<Finding> rest = r.unexplained();
    if (rest.isEmpty()) {
      return;
    }
    page.heading(4, "Standing alone");
    page.paragraph("Open CRITICAL and HIGH findings that no root cause explains:");
    rest.stream()
        .limit(detail.rows() / 4)
        .forEach(f -> page.bullet(f.severity() + " " + f.findingId() + ": " + Md.prose(f.title())));
    page.end();
    Listing.rest(page, rest.size(), detail.rows() / 4, "all-findings.json");
  }

  private static void counts(String what, Map<String, Long> counts, MarkdownPage page) {
    if (!counts.isEmpty()) {
      String all =
          counts.entrySet().stream()
              .limit(40)
              .map(e -> named(what, e.getKey()) + " " + e.getValue())
              .collect(Collectors.joining(", "));
      String more = counts.size() > 40 ? " and " + (counts.size() - 40) + " more" : "";
      page.paragraph("**Open findings by " + what + ":** " + all + more + ".");
    }
  }

  private static String named(String what, String key) {
    boolean none = what.equals("service") && key.equals("unknown");
    return none ? "of no single service" : Md.code(key);
  }
}
