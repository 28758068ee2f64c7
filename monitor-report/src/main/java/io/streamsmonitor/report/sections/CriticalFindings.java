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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 2. Critical Findings: each in full, tied to what other agents saw, with its blast radius. */
public final class CriticalFindings implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "2. Critical Findings (immediate action required)");
    List<Finding> critical = byCause(result);
    if (critical.isEmpty()) {
      page.paragraph("None open at the end of the session.");
    }
    Set<String> told = new HashSet<>();
    List<Finding> full = critical.subList(0, Math.min(detail.findings(), critical.size()));
    for (Finding f : full) {
      FindingCard.write(f, result, detail, page);
      analysis(f, told, result, detail, page);
    }
    List<Finding> rest = critical.subList(full.size(), critical.size());
    List<Finding> named = rest.subList(0, Math.min(detail.rows(), rest.size()));
    if (!named.isEmpty()) {
      page.heading(4, "Further CRITICAL findings");
      named.forEach(f -> page.bullet(f.findingId() + ": " + Md.prose(Visible.cut(f.title(), 160))));
      page.end();
      page.paragraph("*Named only, to fit; `all-findings.json` has them in full.*");
    }
    Listing.rest(page, rest.size(), named.size(), "all-findings.json");
  }

  /** A cause before what it explains, the first cause first; then what stands alone. */
  private static List<Finding> byCause(SessionResult result) {
    Map<String, Finding> order = new LinkedHashMap<>();
    for (RootCause cause : result.causes()) {
      order.putIfAbsent(cause.synthesis().findingId(), cause.synthesis());
      cause.members().forEach(m -> order.putIfAbsent(m.findingId(), m));
    }
    result.open(Severity.CRITICAL).forEach(f -> order.putIfAbsent(f.findingId(), f));
    return order.values().stream().filter(f -> f.severity() == Severity.CRITICAL).toList();
  }

  /** A chain is told once; whoever belongs to it too only says so. */
  private static void analysis(
      Finding f, Set<String> told, SessionResult result, Detail detail, MarkdownPage page) {
    List<RootCause> causes = result.causes().stream().filter(c -> c.explains(f)).toList();
    if (causes.isEmpty()) {
      page.paragraph("**Cross-agent analysis:** " + neighbours(f, result));
      blast(result.blastRadius(f), "", page);
    }
    for (RootCause cause : causes) {
      if (told.add(cause.synthesis().findingId())) {
        chain(f, cause, result, detail, page);
        blast(cause.blastRadius(), cause.synthesis().text("blastRadius"), page);
      } else {
        page.paragraph(
            "**Cross-agent analysis:** part of "
                + cause.synthesis().findingId()
                + ", told above with its blast radius.");
      }
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
    List<String> shown = cause.synthesis().texts("causes");
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
              + (shown.contains(member.findingId()) ? ", the cause" : "")
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
            .limit(5)
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
