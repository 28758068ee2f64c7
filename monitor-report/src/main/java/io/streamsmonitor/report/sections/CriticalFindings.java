package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** 2. Critical Findings: each in full, tied to what other agents saw, with its blast radius. */
public final class CriticalFindings implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "2. Critical Findings (immediate action required)");
    List<Finding> critical = result.open(Severity.CRITICAL);
    if (critical.isEmpty()) {
      page.paragraph("None open at the end of the session.");
    }
    for (Finding f : critical.subList(0, Math.min(detail.findings(), critical.size()))) {
      FindingCard.write(f, result, detail, page);
      analysis(f, result, detail, page);
    }
    Listing.rest(page, critical.size(), detail.findings(), "all-findings.json");
  }

  private static void analysis(Finding f, SessionResult result, Detail detail, MarkdownPage page) {
    List<RootCause> causes = result.causes().stream().filter(c -> c.explains(f)).toList();
    if (causes.isEmpty()) {
      page.paragraph("**Cross-agent analysis:** " + neighbours(f, result));
      blast(result.blastRadius(f), "", page);
    }
    for (RootCause cause : causes) {
      chain(f, cause, result, detail, page);
      blast(cause.blastRadius(), cause.synthesis().text("blastRadius"), page);
    }
  }

  private static void chain(
      Finding f, RootCause cause, SessionResult result, Detail detail, MarkdownPage page) {
    Finding synthesis = cause.synthesis();
    boolean own = synthesis.findingId().equals(f.findingId());
    page.paragraph(
        "**Cross-agent analysis:** "
            + (own
                ? "this finding ties the following together"
                : "part of " + synthesis.findingId())
            + ", "
            + Md.prose(synthesis.title())
            + ". In the order of time:");
    Instant start = result.session().time("START");
    for (Finding member : cause.members().subList(0, Math.min(20, cause.members().size()))) {
      page.bullet(
          Span.since(start, member.firstSeen())
              + " "
              + (member.findingId().equals(f.findingId())
                  ? "**" + member.findingId() + "**"
                  : member.findingId())
              + " ("
              + Md.prose(member.agentId())
              + ", "
              + member.category()
              + "): "
              + Md.prose(member.title()));
    }
    page.end();
    if (!own && !synthesis.text("recommendation").isEmpty()) {
      String fix = Visible.cut(synthesis.text("recommendation"), detail.text());
      page.paragraph("Fix of the cause: " + Md.prose(fix));
    }
  }

  /** What other agents said about the same stream, else the same service. */
  private static String neighbours(Finding f, SessionResult result) {
    List<Finding> others =
        result.open().stream()
            .filter(o -> !o.agentId().equals(f.agentId()) && shares(o, f))
            .limit(8)
            .toList();
    if (others.isEmpty()) {
      return "no other agent saw anything on this stream or service.";
    }
    return "no common cause was proven; other agents saw on the same stream or service: "
        + others.stream()
            .map(o -> o.findingId() + " " + Md.prose(o.title()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static boolean shares(Finding a, Finding b) {
    return (a.stream() != null && a.stream().equals(b.stream()))
        || (a.service() != null && a.service().equals(b.service()));
  }

  private static void blast(List<String> downstream, String said, MarkdownPage page) {
    String what =
        downstream.isEmpty()
            ? (said.isEmpty() ? "no stream or service downstream is known." : Md.prose(said) + ".")
            : "if not fixed, it reaches "
                + downstream.stream().limit(15).map(Md::code).collect(Collectors.joining(", "))
                + (downstream.size() > 15 ? " and " + (downstream.size() - 15) + " more" : "")
                + ".";
    page.paragraph("**Blast radius:** " + what);
  }
}
