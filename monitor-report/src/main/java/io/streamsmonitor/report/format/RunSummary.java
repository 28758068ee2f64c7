package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.report.GateResult;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The last words on the terminal: at most 24 lines, no colour, verdict first. */
public final class RunSummary {
  private static final int WIDTH = 118;
  private static final int CAUSES = 5;
  private static final int ALONE = 5;

  private RunSummary() {}

  /** Lines without ends. */
  public static List<String> of(SessionResult r, Collection<Path> reports, GateResult gate) {
    List<String> out = new ArrayList<>();
    out.add(
        r.verdict().words()
            + "  score "
            + r.score().value()
            + "/100  "
            + Span.count(r.counts().open(), "finding")
            + " -> "
            + Span.count(r.causes().size(), "root cause"));
    out.add("  " + counts(r));
    if (r.session().end() != SessionEnd.COMPLETE) {
      out.add(line("  incomplete: " + r.session().env().getOrDefault("END_REASON", "")));
    }
    int number = 1;
    for (RootCause cause : r.causes().stream().limit(CAUSES).toList()) {
      Finding f = cause.synthesis();
      String size =
          " (" + f.findingId() + ", " + Span.count(cause.members().size(), "finding") + ")";
      out.add(line(" " + number++ + " " + f.title(), size));
    }
    more(r.causes().size() - CAUSES, "root cause", out);
    for (Finding f : r.unexplained().stream().limit(ALONE).toList()) {
      out.add(line(" - " + f.severity() + " " + f.title(), " (" + f.findingId() + ")"));
    }
    more(r.unexplained().size() - ALONE, "CRITICAL or HIGH finding", out);
    if (!r.gaps().isEmpty()) {
      out.add("  not seen: " + Span.count(r.gaps().size(), "gap") + ", listed in section 7");
    }
    reports.stream().limit(2).forEach(path -> out.add("report   " + path));
    out.add(next(r));
    out.add(gate.sentence());
    return List.copyOf(out);
  }

  private static String counts(SessionResult r) {
    List<String> parts = new ArrayList<>();
    for (Severity s : Severity.values()) {
      parts.add(s + " " + r.counts().of(s));
    }
    parts.add("resolved " + r.counts().resolved());
    return String.join("  ", parts);
  }

  private static String next(SessionResult r) {
    List<String> next = new ArrayList<>();
    r.open().stream().findFirst().ifPresent(f -> next.add("monitor explain " + f.ruleId()));
    r.flows().brokenSamples().stream()
        .findFirst()
        .ifPresent(flow -> next.add("monitor trace " + flow.id()));
    next.add("monitor verify");
    return Visible.line("next     " + String.join(" | ", next));
  }

  private static void more(int count, String what, List<String> out) {
    if (count > 0) {
      out.add("   ... and " + Span.count(count, "more " + what));
    }
  }

  private static String line(String text) {
    return line(text, "");
  }

  /** One line of the terminal's width; the end is never cut. */
  private static String line(String text, String end) {
    String shown = Visible.text(text).replaceAll("\\s*\\n\\s*", " ").replace('\t', ' ');
    int room = WIDTH - end.length();
    return (shown.length() > room ? shown.substring(0, room - 1) + "…" : shown) + end;
  }
}
