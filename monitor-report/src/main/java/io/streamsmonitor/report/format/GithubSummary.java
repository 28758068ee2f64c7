package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.sections.Detail;
import io.streamsmonitor.report.sections.FirstSteps;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.List;

/** A short summary for a job's page on GitHub, far within its 1 MiB, and its annotations. */
public final class GithubSummary {
  private static final int ROWS = 25;
  private static final int ANNOTATIONS = 10;

  /** Far below the 64 KB of a message; a title of an annotation has 255 characters. */
  private static final int MESSAGE = 1_000;

  private static final int PROPERTY = 200;

  private GithubSummary() {}

  public static String of(SessionResult r) {
    MarkdownPage page = new MarkdownPage();
    page.heading(2, r.verdict().words() + " · score " + r.score().value() + " of 100");
    List<String> counts = new ArrayList<>();
    for (Severity s : Severity.values()) {
      counts.add(r.counts().of(s) + " " + s);
    }
    page.paragraph("Session " + Md.code(r.id()) + ": " + String.join(", ", counts) + ".");
    new FirstSteps().write(r, Detail.FULL, page);
    findings(r, page);
    streams(r, page);
    return page.toString();
  }

  private static void findings(SessionResult r, MarkdownPage page) {
    List<List<String>> rows = new ArrayList<>();
    for (Finding f : r.open().stream().limit(ROWS).toList()) {
      String place = f.locations().isEmpty() ? "–" : Md.codeCell(f.locations().get(0).toString());
      String title = Md.cell(Visible.cut(f.title(), 200));
      rows.add(List.of(f.severity().name(), f.findingId(), title, place));
    }
    if (!rows.isEmpty()) {
      page.table(List.of("Severity", "Finding", "What", "Where"), rows);
    }
    if (r.open().size() > ROWS) {
      page.paragraph((r.open().size() - ROWS) + " more, cut by severity.");
    }
  }

  private static void streams(SessionResult r, MarkdownPage page) {
    List<List<String>> rows = new ArrayList<>();
    for (StreamRow s : r.streams().stream().limit(ROWS).toList()) {
      String lag = s.groups().isEmpty() ? "no group" : s.lag() == null ? "unknown" : "" + s.lag();
      rows.add(
          List.of(
              Md.codeCell(s.name()),
              String.valueOf(s.length()),
              lag,
              String.valueOf(s.pending()),
              s.status().name()));
    }
    if (rows.isEmpty() && !r.streamsKnown()) {
      page.paragraph("Streams: unknown, Redis could not be read.");
    }
    if (!rows.isEmpty()) {
      page.table(List.of("Stream", "Length", "Lag", "Pending", "Status"), rows);
    }
  }

  /** Workflow commands, ten of a kind at most, as GitHub shows no more; then how many more. */
  public static List<String> annotations(SessionResult r) {
    List<String> lines = new ArrayList<>();
    kind("error", r, List.of(Severity.CRITICAL, Severity.HIGH), lines);
    kind("warning", r, List.of(Severity.MEDIUM), lines);
    kind("notice", r, List.of(Severity.LOW, Severity.INFO), lines);
    return List.copyOf(lines);
  }

  private static void kind(
      String kind, SessionResult r, List<Severity> severities, List<String> lines) {
    List<Finding> all = r.open().stream().filter(f -> severities.contains(f.severity())).toList();
    boolean more = all.size() > ANNOTATIONS;
    for (Finding f : all.subList(0, more ? ANNOTATIONS - 1 : all.size())) {
      String place =
          f.locations().isEmpty()
              ? ""
              : "file="
                  + property(f.locations().get(0).file())
                  + ",line="
                  + f.locations().get(0).line()
                  + ",";
      String title = "title=" + property(f.findingId() + " " + f.category());
      lines.add("::" + kind + " " + place + title + "::" + message(f.title()));
    }
    if (more) {
      lines.add("::" + kind + "::" + (all.size() - ANNOTATIONS + 1) + " more in the summary");
    }
  }

  private static String message(String text) {
    return Visible.line(Visible.cut(text, MESSAGE)).replace("%", "%25");
  }

  private static String property(String text) {
    return message(Visible.cut(text, PROPERTY)).replace(":", "%3A").replace(",", "%2C");
  }
}
