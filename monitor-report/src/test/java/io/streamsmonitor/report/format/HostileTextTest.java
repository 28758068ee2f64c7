package io.streamsmonitor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

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
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a service logs, nothing in a report breaks or comes alive. */
class HostileTextTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "</details><img src=x onerror=alert(1)>",
          "\"><svg/onload=alert(1)>",
          "' onmouseover='alert(1)",
          "<!-- never closed",
          "]]><![CDATA[",
          "&lt;b&gt;&amp;",
          "a | b | c |",
          "\\| \\\\| \\",
          "`` ` ``` ```` unbalanced `",
          "```\n# heading\n```",
          "~~~~~\ntext",
          "# heading",
          "- list\n- item",
          "1. one",
          "+ plus",
          "> quote",
          "===\n---\n***",
          "| a | b |\n|---|---|\n| c | d |",
          "[click](http://evil.example)",
          "![img](https://evil.example/x.png)",
          "[ref]: http://evil.example 'x'",
          "<http://evil.example>",
          "www.evil.example me@evil.example @octocat #123 GH-7",
          "$x^2$ $$y$$ `$z$`",
          "**bold** __bold__ *it* _it_ ~~gone~~",
          "\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007",
          "\u0000\u0001\u0008\u007f\u009b31m",
          "\u202Egnp.exe\u202C \u2066x\u2069 \u200B\uFEFF",
          "line\r\nbreak\rreturn\u2028sep\u2029par\u0085nel",
          "lone \ud800 surrogate \udc00 \uFFFE\uFFFF",
          "%3Cscript%3E javascript:alert(1) data:text/html,x",
          "::error file=x::boom\n::set-output name=a::b",
          "{{7*7}} ${jndi:ldap://evil.example} <%= 1 %>",
          "    indented code",
          "\t tab");

  @TempDir Path folder;

  @Test
  void staysInertInMarkdown() {
    ParsedMarkdown calm = ParsedMarkdown.of(MarkdownReport.of(session("calm", "words")));
    for (String text : HOSTILE) {
      ParsedMarkdown page =
          ParsedMarkdown.of(MarkdownReport.of(session("h" + text.hashCode(), text)));

      assertThat(page.live()).as(text).isEmpty();
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
    for (String text : HOSTILE) {
      SessionResult result = session("c" + text.hashCode(), text);
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
    for (String text : HOSTILE) {
      String html = HtmlReport.of(session("x" + text.hashCode(), text));

      assertThat(html)
          .doesNotContain("<script", "<img", "onerror=alert(1)>", "<svg/onload", "href=\"http");
      assertThat(html).doesNotContainPattern("<[^>]*\\son\\w+=");
    }
  }

  @Test
  void staysWellFormedInXmlAndJson() throws Exception {
    for (String text : HOSTILE) {
      SessionResult result = session("w" + text.hashCode(), text);

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

  private SessionResult session(String name, String text) {
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
