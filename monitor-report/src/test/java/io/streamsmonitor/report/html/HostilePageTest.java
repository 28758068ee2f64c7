package io.streamsmonitor.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.HostileLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Whatever stands in names, ids and texts: no element, attribute or address but the page's own. */
class HostilePageTest {
  private static final Pattern ADDRESS = Pattern.compile("href=#([a-z]+|f-[A-Za-z0-9_-]*)");
  private static final Pattern NAME = Pattern.compile("^(id|class)=");
  private static final Pattern WORDS = Pattern.compile("[a-z]+=[A-Za-z0-9 _-]+");
  private static final Room LEAST = Room.all().get(Room.all().size() - 1);

  @TempDir Path folder;

  @Test
  void addsNoElementAndNoAddressAtAnyDetail() {
    List<String> lines = HostileLines.all();
    Set<String> own = new TreeSet<>();
    for (Room room : List.of(Room.FULL, LEAST)) {
      SampleSession calm = SampleSession.sick(folder.resolve("calm" + room.findings()));
      own.addAll(made(ParsedPage.of(HtmlReport.at(room, session(calm, "words")))));
    }
    IntStream.range(0, lines.size())
        .parallel()
        .forEach(
            i -> {
              SessionResult result =
                  session(new SampleSession(folder.resolve("h" + i)), lines.get(i));
              for (Room room : List.of(Room.FULL, LEAST)) {
                ParsedPage page = ParsedPage.of(HtmlReport.at(room, result));
                assertThat(own).as(lines.get(i)).containsAll(made(page));
                assertThat(strange(page)).as(lines.get(i)).isEmpty();
              }
            });
  }

  /** Elements with their attributes' names: what a page is made of. */
  private static Set<String> made(ParsedPage page) {
    Set<String> made = new TreeSet<>();
    for (Element element : page.all("*")) {
      made.add(element.getTagName());
      ParsedPage.attributes(element)
          .forEach(a -> made.add(element.getTagName() + " " + a.substring(0, a.indexOf('='))));
    }
    return made;
  }

  private static List<String> strange(ParsedPage page) {
    List<String> strange = new ArrayList<>();
    for (Element element : page.all("*")) {
      for (String attribute : ParsedPage.attributes(element)) {
        boolean place = attribute.startsWith("href=") && !ADDRESS.matcher(attribute).matches();
        boolean name = NAME.matcher(attribute).find() && !WORDS.matcher(attribute).matches();
        if (place || name) {
          strange.add(attribute);
        }
      }
    }
    return strange;
  }

  @Test
  void keepsItsLimitWhateverTheVolume() {
    SampleSession session = new SampleSession(folder);
    String brackets = "<&\"'>".repeat(1_000);
    for (Severity severity : Severity.values()) {
      Draft[] many = new Draft[200];
      for (int i = 0; i < many.length; i++) {
        many[i] = draft(brackets + i, severity).location(new Location(brackets, 1));
      }
      session.says(new AgentId("X" + severity, "X" + severity), 5, many);
    }
    for (int i = 0; i < 120; i++) {
      String stream = i + brackets;
      session.last(SampleSession.stream(stream, 9, SampleSession.group(brackets, 1, 500, "0-0")));
      session.event(i + brackets, 1_000 + i, "redis.publish", stream, brackets + i, "1-" + i);
    }
    SessionResult result = session.result();

    String page = HtmlReport.of(result);

    assertThat(page.getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(HtmlReport.limit(result));
    assertThat(ParsedPage.of(page).all("footer")).hasSize(1);
    assertThat(page).contains("more findings, cut by severity");
  }

  private static SessionResult session(SampleSession session, String text) {
    for (AgentId agent :
        List.of(AgentId.LOG_WATCHER, AgentId.CONFIG_AUDITOR, AgentId.ENHANCEMENT_SCOUT)) {
      session.says(agent, 1, draft(text, Severity.CRITICAL), draft(text, Severity.LOW));
    }
    String clean = text.replaceAll("[\\ud800-\\udfff]", "");
    journal(session, clean);
    session.event("orders", 10, "redis.publish", clean, clean, "1-1");
    session.event("mail", 20, "redis.consume", clean, clean, "1-1", f -> f.put("error", clean));
    session.event(clean, 30, "redis.failed", clean, clean, "1-1", f -> f.put("error", clean));
    session.env("END", "INCOMPLETE").env("END_REASON", clean.replaceAll("\\R", " "));
    session.last(SampleSession.stream(clean.isEmpty() ? "x" : clean, 1));
    return session.result();
  }

  /** A journal that no agent of ours wrote, in which even the ids are hostile. */
  private static void journal(SampleSession session, String text) {
    Path file = new Workspace(session.folder()).journal(AgentId.STREAM_ANALYST);
    Map<String, Object> line =
        Map.ofEntries(
            Map.entry("agentId", text),
            Map.entry("findingId", text),
            Map.entry("ruleId", text),
            Map.entry("category", text),
            Map.entry("severity", "HIGH"),
            Map.entry("status", "NEW"),
            Map.entry("title", text),
            Map.entry("evidence", text),
            Map.entry("fingerprint", text),
            Map.entry("timestamp", "2026-11-23T20:01:00.000Z"),
            Map.entry("firstSeen", "2026-11-23T20:01:00.000Z"),
            Map.entry("lastSeen", "2026-11-23T20:01:00.000Z"),
            Map.entry("occurrences", 1));
    session.append(file, Json.line(line) + "\n");
  }

  private static Draft draft(String text, Severity severity) {
    return Draft.of(SampleSession.rule("log.error", "BUG", severity, "An error"))
        .severity(severity)
        .title(text)
        .service(text)
        .stream(text)
        .group(text)
        .qualifier(severity.name() + text)
        .correlationId(text)
        .evidence(text)
        .hypothesis(text)
        .recommendation(text)
        .location(new Location("src/" + text, 3))
        .detail("downstream", List.of("stream " + text, "service " + text))
        .detail("expected", text)
        .detail("actual", text)
        .detail("codeSnippetBefore", text)
        .detail("codeSnippetAfter", text)
        .detail("affectedFiles", List.of(text));
  }
}
