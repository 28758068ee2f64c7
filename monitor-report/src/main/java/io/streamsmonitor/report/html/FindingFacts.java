package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts beside a finding: whose it is, where, how often, and what the rule measured. */
final class FindingFacts {
  private static final Set<String> PLACED =
      Set.of(
          "evidence",
          "hypothesis",
          "recommendation",
          "codeSnippetBefore",
          "codeSnippetAfter",
          "affectedFiles");
  private static final int VALUE = 200;

  private FindingFacts() {}

  static void write(Finding f, View view, Markup page) {
    page.open("dl");
    term("Rule", f.ruleId() + " · " + f.category(), page);
    term("Agent", f.agentId(), page);
    term("Service", f.service(), page);
    term("Stream", f.stream(), page);
    term("Group", f.group(), page);
    term("Correlation ID", f.subject().correlationId(), page);
    term("Seen", view.since(f.firstSeen()) + ", " + Span.count(f.occurrences(), "time"), page);
    if (!f.locations().isEmpty()) {
      page.element("dt", "Where");
      for (Object place : f.locations().stream().limit(6).toList()) {
        page.open("dd");
        View.place(place, page);
        page.close("dd");
      }
    }
    f.evidenceRefs().stream().limit(1).forEach(ref -> quote(ref, page));
    f.details().forEach((name, value) -> detail(name, value, page));
    page.close("dl");
  }

  private static void quote(EvidenceRef ref, Markup page) {
    term("Quoted from", ref.file() + ", byte " + ref.offset(), page);
  }

  private static void detail(String name, Object value, Markup page) {
    String text = text(value);
    if (!PLACED.contains(name) && !text.isEmpty()) {
      page.element("dt", View.name(name)).element("dd", Visible.cut(text, VALUE));
    }
  }

  /** Lists and numbers by name as people write them. */
  private static String text(Object value) {
    if (value instanceof String s) {
      return s;
    }
    if (value instanceof List<?> list) {
      return String.join(", ", list.stream().map(FindingFacts::text).toList());
    }
    if (value instanceof Map<?, ?> map) {
      return String.join(
          ", ", map.entrySet().stream().map(e -> e.getKey() + " " + text(e.getValue())).toList());
    }
    return Json.line(value);
  }

  private static void term(String name, @Nullable String value, Markup page) {
    if (value != null) {
      page.element("dt", name).element("dd", Visible.cut(value, VALUE));
    }
  }
}
