package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One finding with everything its JSON holds. */
final class FindingCard {
  /** Fields with a place of their own on the card, and those that are written as blocks. */
  private static final Set<String> PLACED =
      Set.of(
          "evidence",
          "hypothesis",
          "recommendation",
          "relatedFindings",
          "codeSnippetBefore",
          "codeSnippetAfter");

  private FindingCard() {}

  static void write(Finding f, SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(4, f.findingId() + " · " + Md.prose(f.title()));
    page.bullet("**Agent:** " + Md.prose(f.agentId()) + ", rule " + Md.code(f.ruleId()));
    page.bullet("**Category:** " + Md.code(f.category()) + ", **severity:** " + f.severity());
    subject(f, page);
    Instant start = result.session().time("START");
    page.bullet(
        "**Seen:** "
            + Span.since(start, f.firstSeen())
            + " to "
            + Span.since(start, f.lastSeen())
            + ", "
            + Span.count(f.occurrences(), "time")
            + " (first "
            + Json.time(f.firstSeen())
            + ")");
    places("Where", f.locations(), page);
    places("Led there", f.related(), page);
    f.details().forEach((name, value) -> field(name, value, detail, page));
    page.bullet("**Fingerprint:** " + Md.code(f.fingerprint()));
    page.end();
    if (!f.evidence().isEmpty()) {
      page.paragraph("Evidence:").fence("text", Visible.cut(f.evidence(), detail.text()));
    }
    words("Hypothesis", f.text("hypothesis"), detail, page);
    words("Recommendation", f.text("recommendation"), detail, page);
    if (detail.snippets()) {
      Snippet.write(f, detail, page);
    }
  }

  private static void subject(Finding f, MarkdownPage page) {
    named("Service", f.service(), page);
    named("Stream", f.stream(), page);
    named("Consumer group", f.group(), page);
    named("Consumer", f.subject().consumer(), page);
    named("Correlation ID", f.subject().correlationId(), page);
  }

  private static void named(String what, @Nullable String name, MarkdownPage page) {
    if (name != null) {
      page.bullet("**" + what + ":** " + Md.code(name));
    }
  }

  private static void places(String what, List<Location> places, MarkdownPage page) {
    if (!places.isEmpty()) {
      String all =
          places.stream()
              .limit(10)
              .map(place -> Md.code(place.toString()))
              .collect(Collectors.joining(", "));
      page.bullet("**" + what + ":** " + all);
    }
  }

  private static void field(String name, Object value, Detail detail, MarkdownPage page) {
    boolean empty = value instanceof String s ? s.isEmpty() : value.equals(List.of());
    if (!PLACED.contains(name) && !empty) {
      String text = value instanceof String s ? s : Json.line(value);
      page.bullet("**" + Md.prose(name) + ":** " + Md.code(Visible.cut(text, detail.text() / 4)));
    }
  }

  private static void words(String what, String text, Detail detail, MarkdownPage page) {
    if (!text.isEmpty()) {
      page.paragraph("**" + what + ":** " + Md.prose(Visible.cut(text, detail.text())));
    }
  }
}
