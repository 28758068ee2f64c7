package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every open finding, worst first, to unfold. */
final class FindingList implements HtmlPart {
  private static final int SHOWN = 60;
  private static final int TEXT = 1500;
  private static final Set<String> PLACED =
      Set.of("evidence", "hypothesis", "recommendation", "codeSnippetBefore", "codeSnippetAfter");

  @Override
  public void write(SessionResult r, Markup page) {
    page.element("h2", "Findings");
    if (r.open().isEmpty()) {
      page.element("p", "None open at the end of the session.");
    }
    r.open().stream().limit(SHOWN).forEach(f -> finding(f, r, page));
    if (r.open().size() > SHOWN) {
      String more = (r.open().size() - SHOWN) + " more, cut by severity, in all-findings.json.";
      page.element("p", more, "class", "mute");
    }
  }

  private static void finding(Finding f, SessionResult r, Markup page) {
    page.open("details").open("summary");
    page.element("span", f.severity(), "class", "b " + f.severity());
    page.text(" " + f.findingId() + " " + f.title()).close("summary");
    page.open("dl");
    term("Rule", f.ruleId() + " · " + f.category() + " · " + f.agentId(), page);
    term("Service", f.service(), page);
    term("Stream", f.stream(), page);
    term("Group", f.group(), page);
    term("Correlation ID", f.subject().correlationId(), page);
    String first = Span.since(r.session().time("START"), f.firstSeen());
    term("Seen", first + ", " + Span.count(f.occurrences(), "time"), page);
    List<String> places = f.locations().stream().map(String::valueOf).limit(8).toList();
    term("Where", places.isEmpty() ? null : String.join(", ", places), page);
    f.details().forEach((name, value) -> detail(name, value, page));
    page.close("dl");
    block(f.evidence(), page);
    words("Hypothesis", f.text("hypothesis"), page);
    words("Recommendation", f.text("recommendation"), page);
    if (f.severity().atLeast(Severity.MEDIUM)) {
      block(f.text("codeSnippetBefore"), page);
      block(f.text("codeSnippetAfter"), page);
    }
    page.close("details").newline();
  }

  private static void detail(String name, Object value, Markup page) {
    String text = value instanceof String s ? s : Json.line(value);
    if (!PLACED.contains(name) && !text.isEmpty() && !text.equals("[]")) {
      term(name, Visible.cut(text, TEXT / 4), page);
    }
  }

  private static void term(String name, @Nullable String value, Markup page) {
    if (value != null) {
      page.element("dt", name).element("dd", value);
    }
  }

  private static void block(String text, Markup page) {
    if (!text.isEmpty()) {
      page.element("pre", Visible.cut(text, TEXT));
    }
  }

  private static void words(String what, String text, Markup page) {
    if (!text.isEmpty()) {
      page.open("p").element("b", what + ": ").text(Visible.cut(text, TEXT)).close("p");
    }
  }
}
