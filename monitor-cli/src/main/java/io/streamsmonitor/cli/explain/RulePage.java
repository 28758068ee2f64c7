package io.streamsmonitor.cli.explain;

import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.Thresholds;
import java.util.List;
import java.util.Locale;

/** One rule on one page of 80 columns. */
public final class RulePage {
  private static final int WIDTH = 80;
  private static final int MARGIN = 11;
  private static final int SHOWN = 5;
  private static final int QUOTED = 8;

  private final StringBuilder out = new StringBuilder();

  private RulePage() {}

  /**
   * The page, without anything a terminal obeys.
   *
   * @param seen findings of the rule in the session at hand
   */
  public static String of(
      RuleInfo rule, Explanations explanations, Thresholds inForce, List<Finding> seen) {
    RulePage page = new RulePage();
    Explanations.Explanation more = explanations.of(rule.id());
    page.line(rule.id() + "  " + rule.severity() + "  " + rule.category());
    page.part("what", rule.title());
    page.part("why", rule.why());
    page.part("fix", rule.fix());
    page.part("cost", cost(rule));
    page.part("limits", Limits.of(rule.id(), inForce));
    page.part("no fault", more.alarm());
    page.verbatim("example", more.example());
    page.part("accept", accept(rule));
    seen.stream().limit(SHOWN).forEach(page::seen);
    if (seen.size() > SHOWN) {
      page.part("", "… and " + (seen.size() - SHOWN) + " more findings");
    }
    return page.out.toString();
  }

  private static String cost(RuleInfo rule) {
    Effort effort = rule.effort();
    return effort == null
        ? ""
        : effort.name().toLowerCase(Locale.ROOT).replaceFirst("_", " ").replace('_', '-')
            + ", impact "
            + String.valueOf(rule.impact()).toLowerCase(Locale.ROOT);
  }

  private static String accept(RuleInfo rule) {
    return rule.id().startsWith("session.")
        ? ""
        : "suppress: [{ rule: " + rule.id() + ", reason: \"…\" }] in monitor.yml";
  }

  private void seen(Finding f) {
    part("seen", f.findingId() + " " + f.severity() + " " + f.title());
    f.locations().stream().limit(2).forEach(at -> part("", "at " + at));
    f.evidence().lines().limit(QUOTED).forEach(line -> verbatim("", line));
    Object metrics = f.details().get("metrics");
    part("", metrics == null ? "" : "numbers " + metrics);
    verbatim("before", f.text("codeSnippetBefore"));
    verbatim("after", f.text("codeSnippetAfter"));
  }

  /** Prose, broken between words. */
  private void part(String label, String text) {
    String head = label;
    StringBuilder line = new StringBuilder();
    for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && MARGIN + line.length() + 1 + word.length() > WIDTH) {
        labelled(head, line.toString());
        head = "";
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      labelled(head, line.toString());
    }
  }

  /** Code and quotes, line by line as they are. */
  private void verbatim(String label, String text) {
    String head = label;
    for (String line : text.lines().limit(QUOTED).toList()) {
      labelled(head, line.replace("\t", "    "));
      head = "";
    }
  }

  private void labelled(String label, String text) {
    line("  " + label + " ".repeat(MARGIN - 2 - label.length()) + text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
