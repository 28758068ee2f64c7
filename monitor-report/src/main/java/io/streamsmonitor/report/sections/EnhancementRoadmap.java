package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.RuleBook;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 6. Enhancement Roadmap: what the scout found, by priority; one fault at many places is one item.
 */
public final class EnhancementRoadmap implements Section {
  private static final List<String> IMPACTS = List.of("HIGH", "MEDIUM", "LOW", "");
  private static final List<String> EFFORTS =
      List.of("HOURS_2_4", "HOURS_4_8", "DAYS_1_2", "SPRINT", "");

  /** The most valuable and the cheapest first; a root cause before all. */
  private static final Comparator<List<Finding>> ORDER =
      Comparator.<List<Finding>>comparingInt(all -> synthesis(all.get(0)) ? 0 : 1)
          .thenComparingInt(all -> IMPACTS.indexOf(all.get(0).text("impact")))
          .thenComparingInt(all -> EFFORTS.indexOf(all.get(0).text("effort")))
          .thenComparingInt(all -> -all.size());

  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "6. Enhancement Roadmap");
    Map<String, RuleInfo> rules = RuleBook.known();
    part("P0", "Fix before next deploy:", detail.items(), rules, result, detail, page);
    part("P1", "Fix this sprint:", detail.items(), rules, result, detail, page);
    part("P2", "Backlog (prioritized):", detail.later(), rules, result, detail, page);
    part("P3", "End of the backlog:", detail.last(), rules, result, detail, page);
  }

  private static void part(
      String priority,
      String title,
      int limit,
      Map<String, RuleInfo> rules,
      SessionResult result,
      Detail detail,
      MarkdownPage page) {
    page.paragraph("**" + priority + " — " + title + "**");
    List<List<Finding>> items = items(result, priority);
    if (items.isEmpty()) {
      page.paragraph("Nothing.");
    }
    for (List<Finding> item : items.subList(0, Math.min(limit, items.size()))) {
      item(item, rules.get(item.get(0).ruleId()), detail, page);
    }
    Listing.rest(page, items.size(), limit, "all-findings.json");
  }

  private static List<List<Finding>> items(SessionResult result, String priority) {
    Map<String, List<Finding>> byFault = new LinkedHashMap<>();
    for (Finding f : result.roadmap()) {
      if (f.severity().priority().startsWith(priority)) {
        String fault = synthesis(f) ? f.findingId() : f.ruleId() + f.title() + cost(f);
        byFault.computeIfAbsent(fault, k -> new ArrayList<>()).add(f);
      }
    }
    return byFault.values().stream().sorted(ORDER).toList();
  }

  private static void item(
      List<Finding> all, @Nullable RuleInfo rule, Detail detail, MarkdownPage page) {
    Finding first = all.get(0);
    String ids = all.size() == 1 ? first.findingId() + " · " : "";
    String each = all.size() == 1 ? "" : ", at " + all.size() + " places";
    page.bullet("**" + ids + Md.prose(first.title()) + "** (" + cost(first) + each + ")");
    if (rule != null && !synthesis(first)) {
      page.nested("Why: " + Md.prose(rule.why()));
    }
    int text = Math.min(500, detail.text());
    int places = Math.max(3, detail.rows() / 4);
    for (Finding f : all.subList(0, Math.min(places, all.size()))) {
      String id = all.size() == 1 ? "" : f.findingId() + " ";
      page.nested(id + evidence(f, text));
      page.nested("Change: " + Md.prose(Visible.cut(f.text("recommendation"), text)));
    }
    if (all.size() > places) {
      page.nested("… and " + (all.size() - places) + " more places, in `all-findings.json`");
    }
    page.end();
    if (detail.snippets()) {
      Snippet.write(first, detail, page);
    }
  }

  /** The place, and what stands there; of a synthesis, what shows it. */
  private static String evidence(Finding f, int text) {
    String places =
        f.locations().stream()
            .limit(4)
            .map(place -> Md.code(place.toString()))
            .collect(Collectors.joining(", "));
    String at = places.isEmpty() ? "" : "at " + places;
    if (synthesis(f)) {
      String shown = "Evidence: " + String.join(", ", f.texts("relatedFindings"));
      return at.isEmpty() ? shown : shown + "; " + at;
    }
    String said = f.evidence();
    for (int i = 0; i < f.locations().size(); i++) {
      said = said.replace(f.locations().get(i) + ": ", "");
    }
    boolean more = !said.isBlank() && !places.contains(said);
    return "Evidence: " + (more ? Md.code(Visible.cut(said, Math.min(200, text))) + " " : "") + at;
  }

  private static boolean synthesis(Finding f) {
    return f.category().equals(RootCause.CATEGORY);
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
}
