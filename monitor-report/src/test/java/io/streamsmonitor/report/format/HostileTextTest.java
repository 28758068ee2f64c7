package io.streamsmonitor.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.html.HtmlReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a service logs, nothing in a report breaks or comes alive. */
class HostileTextTest {
  private static final List<String> HOSTILE = HostileLines.all();

  @TempDir static Path folder;

  private static List<Case> made = List.of();

  /** A text, and the session in which everything says it. */
  private record Case(String text, SessionResult result) {}

  private static List<Case> cases() {
    if (made.isEmpty()) {
      made =
          IntStream.range(0, HOSTILE.size())
              .parallel()
              .mapToObj(i -> new Case(HOSTILE.get(i), session("h" + i, HOSTILE.get(i))))
              .toList();
    }
    return made;
  }

  @Test
  void meetsOverTwoHundredLines() {
    assertThat(HOSTILE).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void staysOneValueInOpenMetrics() {
    for (Case c : cases()) {
      String text = OpenMetrics.of(c.result());
      assertThat(text).as(c.text()).containsOnlyOnce("# EOF\n");
      assertThatCode(() -> ParsedMetrics.of(text)).as(c.text()).doesNotThrowAnyException();
    }
  }

  @Test
  void staysOneCommandInAnnotations() {
    for (Case c : cases()) {
      assertThat(GithubSummary.annotations(c.result()))
          .as(c.text())
          .allMatch(line -> line.matches("::(error|warning|notice)( [^\\n\\r]*?)?::[^\\n\\r]*"))
          .allMatch(line -> line.startsWith("::error"))
          .allMatch(line -> line.substring(2).replaceAll("%(25|3A|2C)", "").indexOf('%') < 0);
    }
  }

  @Test
  void staysInertInTheSummaryForGitHub() {
    for (Case c : cases()) {
      assertThat(ParsedMarkdown.of(GithubSummary.of(c.result())).live()).as(c.text()).isEmpty();
    }
  }

  @Test
  void staysInertInMarkdown() {
    ParsedMarkdown calm = ParsedMarkdown.of(MarkdownReport.of(session("calm", "words")));
    for (Case c : cases()) {
      String text = c.text();
      String markdown = MarkdownReport.of(c.result());
      ParsedMarkdown page = ParsedMarkdown.of(markdown);

      assertThat(page.live()).as(text).isEmpty();
      assertThat(markdown).as(text).hasSizeLessThanOrEqualTo(MarkdownReport.LIMIT);
      if (markdown.strip().endsWith("has everything.*")) {
        continue; // too much even at the least detail: the last sections are cut, and it says so
      }
      assertThat(page.headings(3)).as(text).hasSize(8);
      assertThat(page.tables()).as(text).hasSameSizeAs(calm.tables());
      page.tables()
          .forEach(
              table ->
                  assertThat(table)
                      .as(text)
                      .allSatisfy(r -> assertThat(r).hasSameSizeAs(table.get(0))));
    }
  }

  @Test
  void leavesNoControlCharacterInAnyTextFormat() {
    for (Case c : cases()) {
      String text = c.text();
      SessionResult result = c.result();
      for (ReportFormat format : ReportFormat.values()) {
        assertThat(format.render(result))
            .as(format + " " + text)
            .doesNotContainPattern(
                "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");
      }
    }
  }

  @Test
  void staysTextInHtml() {
    for (Case c : cases()) {
      String html = HtmlReport.of(c.result());

      assertThat(html)
          .as(c.text())
          .containsOnlyOnce("<script")
          .doesNotContain("<img", "onerror=alert(1)>", "<svg/onload", "href=\"http");
      assertThat(html).doesNotContainPattern("<[^>]*\\son\\w+=");
    }
  }

  @Test
  void staysWellFormedInXmlAndJson() throws Exception {
    for (Case c : cases()) {
      SessionResult result = c.result();

      byte[] xml = JUnitXml.of(result).getBytes(StandardCharsets.UTF_8);
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(xml))
                  .getDocumentElement()
                  .getTagName())
          .isEqualTo("testsuites");
      assertThat(Json.tryRead(Sarif.of(result))).isNotNull();
      assertThat(Json.tryRead(JsonReport.of(result))).isNotNull();
      assertThat(NdjsonReport.of(result).lines())
          .allSatisfy(l -> assertThat(Json.tryRead(l)).isNotNull());
    }
  }

  private static SessionResult session(String name, String text) {
    List<Draft> drafts = new ArrayList<>();
    for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH)) {
      drafts.add(
          Draft.of(SampleSession.rule("log.error", "BUG", severity, "An error"))
              .severity(severity)
              .title(text)
              .service(text)
              .stream(text)
              .group(text)
              .qualifier(severity.name())
              .correlationId(text)
              .evidence(text)
              .hypothesis(text)
              .recommendation(text)
              .detail("expected", text)
              .detail("actual", text)
              .detail("codeSnippetBefore", text)
              .detail("codeSnippetAfter", text)
              .detail("affectedFiles", List.of(text)));
    }
    SampleSession session = new SampleSession(folder.resolve(name));
    for (AgentId agent :
        List.of(AgentId.LOG_WATCHER, AgentId.CONFIG_AUDITOR, AgentId.ENHANCEMENT_SCOUT)) {
      session.says(agent, 1, drafts.toArray(Draft[]::new));
    }
    String clean = text.replaceAll("[\\ud800-\\udfff]", "");
    session.event("orders", 10, "redis.publish", clean, clean, "1-1");
    session.event("mail", 20, "redis.consume", clean, clean, "1-1", f -> f.put("error", clean));
    session.last(SampleSession.stream(clean.isEmpty() ? "x" : clean, 1));
    return session.result();
  }
}
