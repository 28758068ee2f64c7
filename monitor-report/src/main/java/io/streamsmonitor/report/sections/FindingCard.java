package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  /** Said by the chain, the blast radius and the title of a synthesis. */
  private static final Set<String> TOLD =
      Set.of("causes", "symptoms", "rootCause", "blastRadius", "downstream", "rank");

  private FindingCard() {}

  static void write(Finding f, SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(4, f.findingId() + " · " + Md.prose(f.title()));
    page.bullet(
        "**"
            + f.severity()
            + "** "
            + Md.code(f.category())
            + " by "
            + Md.prose(f.agentId())
            + ", rule "
            + Md.code(f.ruleId())
            + ", fingerprint "
            + Md.code(f.fingerprint()));
    subject(f, page);
    page.bullet("**Seen:** " + seen(f, result.session().time("START")));
    places("Where", f.locations(), page);
    places("Led there", f.related(), page);
    f.details().forEach((name, value) -> field(f, name, value, detail, page));
    page.end();
    if (!f.evidence().isEmpty() && !f.category().equals(RootCause.CATEGORY)) {
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

  private static String seen(Finding f, @Nullable Instant start) {
    String first = Span.since(start, f.firstSeen()) + " (" + Json.time(f.firstSeen()) + ")";
    if (f.occurrences() == 1) {
      return "once, at " + first;
    }
    String times = f.occurrences() + " times, ";
    return f.firstSeen().equals(f.lastSeen())
        ? times + "at " + first
        : times + "from " + first + " to " + Span.since(start, f.lastSeen());
  }

  private static void field(
      Finding f, String name, Object value, Detail detail, MarkdownPage page) {
    boolean empty = value instanceof String s ? s.isEmpty() : value.equals(List.of());
    boolean synthesis = f.category().equals(RootCause.CATEGORY);
    boolean known = name.equals("affectedFiles") && !f.locations().isEmpty();
    if (!empty && !known && !PLACED.contains(name) && !(synthesis && TOLD.contains(name))) {
      String text = Visible.cut(plain(value), Math.max(200, detail.text() / 4));
      page.bullet("**" + Md.prose(name) + ":** " + Md.code(text));
    }
  }

  private static String plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + " " + e.getValue())
          .collect(Collectors.joining(", "));
    }
    if (value instanceof List<?> list && list.stream().noneMatch(Map.class::isInstance)) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value instanceof String s ? s : Json.line(value);
  }

  private static void words(String what, String text, Detail detail, MarkdownPage page) {
    if (!text.isEmpty()) {
      page.paragraph("**" + what + ":** " + Md.prose(Visible.cut(text, detail.text())));
    }
  }
}
