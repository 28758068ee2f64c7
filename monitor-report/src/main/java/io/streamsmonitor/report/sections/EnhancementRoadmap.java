package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** 6. Enhancement Roadmap: what the scout found, by priority. */
public final class EnhancementRoadmap implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "6. Enhancement Roadmap");
    part("P0 — Fix before next deploy:", of(result, "P0"), detail, page);
    part("P1 — Fix this sprint:", of(result, "P1"), detail, page);
    part("P2 — Backlog (prioritized):", of(result, "P2"), detail, page);
    part("P3 — End of the backlog:", of(result, "P3"), detail, page);
  }

  private static List<Finding> of(SessionResult result, String priority) {
    return result.roadmap().stream()
        .filter(f -> f.severity().priority().startsWith(priority))
        .toList();
  }

  private static void part(String title, List<Finding> all, Detail detail, MarkdownPage page) {
    page.paragraph("**" + title + "**");
    if (all.isEmpty()) {
      page.paragraph("Nothing.");
    }
    for (Finding f : all.subList(0, Math.min(detail.items(), all.size()))) {
      item(f, detail, page);
    }
    Listing.rest(page, all.size(), detail.items(), "all-findings.json");
  }

  private static void item(Finding f, Detail detail, MarkdownPage page) {
    int text = Math.min(500, detail.text());
    page.bullet(
        "**" + f.findingId() + " · " + Md.prose(f.title()) + "** (" + cost(f) + ")" + where(f));
    page.end();
    if (!f.evidence().isEmpty() && !f.category().equals(RootCause.CATEGORY)) {
      page.paragraph("  Evidence: " + Md.prose(Visible.cut(f.evidence(), text)));
    }
    page.paragraph("  Change: " + Md.prose(Visible.cut(f.text("recommendation"), text)));
    if (detail.snippets() && f.severity().atLeast(Severity.MEDIUM)) {
      Snippet.write(f, detail, page);
    }
  }

  private static String cost(Finding f) {
    String effort =
        switch (f.text("effort")) {
          case "HOURS_2_4" -> "2–4 h";
          case "HOURS_4_8" -> "4–8 h";
          case "DAYS_1_2" -> "1–2 days";
          case "SPRINT" -> "a sprint";
          default -> "unknown";
        };
    String impact = f.text("impact").isEmpty() ? "unknown" : Md.prose(f.text("impact"));
    return "effort " + effort + ", impact " + impact;
  }

  private static String where(Finding f) {
    String places =
        f.locations().stream()
            .limit(4)
            .map(place -> Md.code(place.toString()))
            .collect(Collectors.joining(", "));
    return places.isEmpty() ? "" : " at " + places;
  }
}
