package io.streamsmonitor.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.Gate;
import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.html.HtmlReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
  @TempDir Path folder;

  @Test
  void writesEveryFormatUnderTheNameOfTheSession() throws Exception {
    SessionResult result = SampleSession.sick(folder).result();

    Reports.write(result, new Workspace(folder), EnumSet.allOf(ReportFormat.class));

    for (String extension :
        List.of("md", "html", "json", "ndjson", "sarif", "junit.xml", "github.md", "prom")) {
      assertThat(folder.resolve("REPORT_20261123_200000." + extension)).isNotEmptyFile();
    }
    JsonNode all = json(Files.readString(folder.resolve("all-findings.json")));
    assertThat(all.findValuesAsText("severity"))
        .containsExactly(
            "CRITICAL", "CRITICAL", "CRITICAL", "CRITICAL", "HIGH", "MEDIUM", "MEDIUM", "LOW");
  }

  @Test
  void documentHasSessionFindingsAndSummary() {
    JsonNode document = json(JsonReport.of(SampleSession.sick(folder).result()));

    assertThat(document.path("session").path("id").asText()).isEqualTo("20261123_200000");
    assertThat(document.path("findings").size()).isEqualTo(8);
    JsonNode summary = document.path("summary");
    assertThat(summary.path("bySeverity").path("CRITICAL").asInt()).isEqualTo(4);
    assertThat(summary.path("byCategory").path("CONSUMER_LAG").asInt()).isEqualTo(1);
    assertThat(summary.path("byService").path("mail").asInt()).isEqualTo(2);
    assertThat(summary.path("streams").get(1).path("groups").get(0).path("lag").asInt())
        .isEqualTo(280);
    assertThat(summary.path("rootCauses").get(0).path("relatedFindings").size()).isEqualTo(2);
  }

  @Test
  void everyFormatIsTheSameEveryTime() {
    SampleSession session = SampleSession.sick(folder);
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(format.render(session.result()))
          .as(format.word())
          .isEqualTo(format.render(session.result()));
    }
  }

  @Test
  void htmlIsSmallClosedAndAsksForNothing() throws Exception {
    String html = HtmlReport.of(SampleSession.sick(folder).result());
    if (System.getProperty("keep.html") != null) {
      Files.writeString(Path.of(System.getProperty("keep.html")), html);
    }

    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(128 * 1024);
    assertThat(html)
        .contains("default-src 'none'".replace("'", "&#39;"), "<svg class=\"sp\"")
        .containsOnlyOnce("<script")
        .containsPattern(
            "style-src &#39;sha256-[\\w+/]{43}=&#39;; script-src &#39;sha256-[\\w+/]{43}=&#39;;")
        .doesNotContain("http://", "https://", "src=", "@import", "url(", " style=");
  }

  @Test
  void sarifPointsAtTheCodeOfTheFaultOrOfItsStream() {
    JsonNode run = json(Sarif.of(SampleSession.sick(folder).result())).path("runs").get(0);

    assertThat(run.path("tool").path("driver").path("rules")).isNotEmpty();
    JsonNode first = run.path("results").get(0);
    assertThat(first.path("level").asText()).isEqualTo("error");
    JsonNode place = first.path("locations").get(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").path("uri").asText()).isEqualTo("mail/src/Mail.java");
    assertThat(place.path("region").path("startLine").asInt()).isEqualTo(41);
  }

  @Test
  void gateSaysTheSameWhateverIsRendered() {
    SessionResult result = SampleSession.sick(folder).result();
    String before = Gate.failOn(Severity.HIGH).check(result).sentence();
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(format.render(result)).isNotEmpty();
      assertThat(Gate.failOn(Severity.HIGH).check(result).sentence()).isEqualTo(before);
    }
  }

  @Test
  void openMetricsEndsAsItMust() {
    assertThat(OpenMetrics.of(SampleSession.sick(folder).result()))
        .contains("streams_monitor_findings{severity=\"CRITICAL\"} 4\n")
        .contains("streams_monitor_group_lag{stream=\"orders\",group=\"payments\"} 280\n")
        .endsWith("# EOF\n");
  }

  @Test
  void annotatesNoMoreThanGitHubShows() {
    SampleSession session = new SampleSession(folder);
    Draft[] many = new Draft[40];
    for (int i = 0; i < many.length; i++) {
      many[i] =
          Draft.of(SampleSession.rule("log.crash", "CRASH", Severity.CRITICAL, "Crash"))
              .qualifier("q" + i);
    }
    List<String> lines =
        GithubSummary.annotations(session.says(AgentId.LOG_WATCHER, 1, many).result());

    assertThat(lines).hasSize(10).last().isEqualTo("::error::31 more in the summary");
  }

  @Test
  void summaryFitsOneScreen() {
    SessionResult result = SampleSession.sick(folder).result();
    List<String> lines =
        RunSummary.of(
            result, List.of(Path.of("REPORT_x.md")), Gate.failOn(Severity.HIGH).check(result));

    assertThat(lines).hasSizeLessThanOrEqualTo(24);
    assertThat(lines.get(0)).isEqualTo("🔴 CRITICAL  score 45/100  8 findings -> 1 root cause");
    assertThat(lines)
        .contains(
            " 1 payments is overloaded: its time-outs follow from the lag on orders (ES-001, 2 findings)")
        .last()
        .isEqualTo("gate failed: gate.fail-on=HIGH, 5 at or above");
  }

  @Test
  void refusesAnUnknownFormatAndNamesTheKnownOnes() {
    assertThat(ReportFormat.parse("md, junit"))
        .containsExactly(ReportFormat.MD, ReportFormat.JUNIT);
    assertThatThrownBy(() -> ReportFormat.parse("md,pdf"))
        .hasMessageContaining("unknown format \"pdf\"")
        .hasMessageContaining("github");
  }

  private static JsonNode json(String text) {
    JsonNode node = Json.tryRead(text);
    if (node == null) {
      throw new AssertionError("no JSON: " + text);
    }
    return node;
  }

  /** A rule over code that nobody read is no test that passes. */
  @Test
  void skipsRulesOverWhatWasNotSeen() {
    SampleSession session = SampleSession.sick(folder).env("RULES", "code.silent-catch,log.crash");
    session.append(
        folder.resolve("config/facts.json"),
        "{\"streams\":[{\"name\":\"orders\",\"access\":\"read\",\"operation\":\"GROUP_READ\","
            + "\"service\":\"payments\",\"file\":\"Pay.java\",\"line\":12}]}");

    assertThat(JUnitXml.of(session.result()).lines())
        .contains(
            "<testcase classname=\"ENHANCEMENT_SCOUT.code.silent-catch\""
                + " name=\"code.silent-catch orders\" time=\"0\"><skipped message=\"what it is"
                + " about was not seen in this session\"/></testcase>",
            "<testcase classname=\"ENHANCEMENT_SCOUT.code.silent-catch\""
                + " name=\"code.silent-catch payments\" time=\"0\"></testcase>");
  }
}
