package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every open finding, worst first, to unfold. */
final class FindingList implements HtmlPart {
  private static final Set<String> PLACED =
      Set.of("evidence", "hypothesis", "recommendation", "codeSnippetBefore", "codeSnippetAfter");

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    Anchors.heading("findings", "Findings", page);
    if (r.open().isEmpty()) {
      page.element("p", "None open at the end of the session.");
    }
    int shown = Math.min(room.findings(), r.open().size());
    List<Finding> all = r.open().subList(0, shown);
    page.open("div", "id", "all");
    filter(all, page);
    all.forEach(f -> finding(f, r, room, page));
    page.close("div").newline();
    if (r.open().size() > shown) {
      String more = (r.open().size() - shown) + " more, cut by severity, in all-findings.json.";
      page.element("p", more, "class", "mute");
    }
  }

  /** Works without script: a box that is not ticked hides what follows it. */
  private static void filter(List<Finding> shown, Markup page) {
    Map<String, String> boxes = new LinkedHashMap<>();
    Set<Severity> severities = new TreeSet<>();
    Set<String> agents = new TreeSet<>();
    shown.forEach(
        f -> {
          severities.add(f.severity());
          agents.add(f.agentId());
        });
    severities.forEach(s -> boxes.put("of-" + s, s.name()));
    agents.forEach(a -> boxes.put("by-" + a, a));
    for (String box : boxes.keySet()) {
      page.empty("input", "type", "checkbox", "checked", "checked", "class", "f", "id", box);
    }
    page.open("style");
    for (String box : boxes.keySet()) {
      page.own("#" + box + ":not(:checked)~." + box + "{display:none}");
      page.own("#" + box + ":not(:checked)~#filter label[for=" + box + "]{opacity:.35}");
    }
    page.close("style").open("div", "class", "filter", "id", "filter");
    boxes.forEach(
        (box, name) -> {
          boolean severity = box.startsWith("of-");
          long count =
              shown.stream()
                  .filter(f -> name.equals(severity ? f.severity().name() : f.agentId()))
                  .count();
          page.element(
              "label", name + " " + count, "for", box, "class", severity ? "b " + name : "chip");
        });
    page.close("div").newline();
  }

  private static void finding(Finding f, SessionResult r, Room room, Markup page) {
    String kind = "of-" + f.severity() + " by-" + f.agentId() + " " + f.severity();
    page.open("details", "class", kind).open("summary");
    page.element("span", f.severity(), "class", "b");
    page.element("span", f.findingId(), "class", "id").text(f.title()).close("summary");
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
    f.details().forEach((name, value) -> detail(name, value, room, page));
    page.close("dl");
    block(f.evidence(), room, page);
    words("Hypothesis", f.text("hypothesis"), room, page);
    words("Recommendation", f.text("recommendation"), room, page);
    if (f.severity().atLeast(Severity.MEDIUM)) {
      block(f.text("codeSnippetBefore"), room, page);
      block(f.text("codeSnippetAfter"), room, page);
    }
    page.close("details").newline();
  }

  private static void detail(String name, Object value, Room room, Markup page) {
    String text = value instanceof String s ? s : Json.line(value);
    if (!PLACED.contains(name) && !text.isEmpty() && !text.equals("[]")) {
      term(name, Visible.cut(text, room.text() / 4), page);
    }
  }

  private static void term(String name, @Nullable String value, Markup page) {
    if (value != null) {
      page.element("dt", name).element("dd", value);
    }
  }

  private static void block(String text, Room room, Markup page) {
    if (!text.isEmpty()) {
      page.element("pre", Visible.cut(text, room.text()));
    }
  }

  private static void words(String what, String text, Room room, Markup page) {
    if (!text.isEmpty()) {
      page.open("p").element("b", what + ": ").text(Visible.cut(text, room.text())).close("p");
    }
  }
}
