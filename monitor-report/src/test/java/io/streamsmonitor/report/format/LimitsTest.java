package io.streamsmonitor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.SessionResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What readers of the formats take, and what their specifications ask for. */
class LimitsTest {
  private static final Pattern DRAWING = Pattern.compile("```mermaid\n(.*?)\n```", Pattern.DOTALL);

  @TempDir Path folder;

  /** Three thousand findings with long words, over three hundred services and streams. */
  private SessionResult large() {
    SampleSession session = SampleSession.sick(folder);
    for (Severity severity : Severity.values()) {
      Draft[] many = new Draft[600];
      for (int i = 0; i < many.length; i++) {
        String words = "A service crashed ".repeat(10);
        many[i] =
            Draft.of(SampleSession.rule("log.crash", "CRASH", severity, words))
                .service("service-" + i % 300)
                .qualifier(severity + "" + i)
                .location(new Location("src/A.java", i + 1))
                .evidence("x".repeat(400));
      }
      session.says(new AgentId("EXTRA_" + severity, "E" + severity), 5, many);
    }
    for (int i = 0; i < 300; i++) {
      String stream = "a-stream-with-a-long-name-" + i;
      session.last(
          SampleSession.stream(stream, 9, SampleSession.group("group-" + i, 1, 500, "0-0")));
      session.event("service-" + i, 1_000 + i, "redis.publish", stream, "c" + i, "1-" + i);
    }
    return session.result();
  }

  @Test
  void theSummaryAndItsAnnotationsAreWithinWhatGitHubTakes() {
    SessionResult result = large();

    assertThat(GithubSummary.of(result).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(1024 * 1024);
    List<String> lines = GithubSummary.annotations(result);
    for (String kind : List.of("error", "warning", "notice")) {
      assertThat(lines.stream().filter(l -> l.startsWith("::" + kind))).hasSizeBetween(1, 10);
    }
  }

  @Test
  void theReportFitsOneCommentSaysWhatItCutAndItsDrawingsAreDrawnEverywhere() {
    String page = MarkdownReport.of(large());

    assertThat(page.length()).isLessThanOrEqualTo(65_536);
    assertThat(page).contains("Cut by severity to fit 65,536 characters");
    Matcher drawings = DRAWING.matcher(page);
    while (drawings.find()) {
      assertThat(drawings.group(1).length()).isLessThanOrEqualTo(5_000);
    }
  }

  @Test
  void openMetricsCanBeParsedStrictly() {
    ParsedMetrics metrics = ParsedMetrics.of(OpenMetrics.of(large()));

    assertThat(metrics.families()).contains("streams_monitor_group_oldest_pending_seconds");
    assertThat(metrics.series())
        .contains("streams_monitor_stream_length{stream=a-stream-with-a-long-name-299;}")
        .hasSizeGreaterThan(900);
  }

  @Test
  void openMetricsHaveNoSampleOfWhatWasNotSeen() {
    SampleSession session = new SampleSession(folder.resolve("unseen"));
    session.baseline(SampleSession.stream("orders", 5, SampleSession.group("pay", 1, 3, "1-0")));

    assertThat(ParsedMetrics.of(OpenMetrics.of(session.result())).series())
        .noneMatch(series -> series.contains("stream="));
  }

  /** As the schemas of Surefire and of the xUnit plugin ask for it. */
  @Test
  void junitHasTheStructureThatItsSchemasAskFor() throws Exception {
    String xml = JUnitXml.of(large());
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("testsuites");
    int tests = 0;
    int failures = 0;
    for (Element suite : children(root)) {
      assertThat(suite.getTagName()).isEqualTo("testsuite");
      List<Element> cases = children(suite);
      assertThat(suite.getAttribute("name")).isNotEmpty();
      assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
      assertThat(suite.getAttribute("errors")).isEqualTo("0");
      assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(with("failure", cases)));
      assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(with("skipped", cases)));
      for (Element c : cases) {
        assertThat(c.getTagName()).isEqualTo("testcase");
        assertThat(c.getAttribute("name")).isNotEmpty();
        assertThat(c.getAttribute("classname")).isNotEmpty();
        assertThat(c.getAttribute("time")).matches("\\d+");
        assertThat(children(c)).hasSizeLessThanOrEqualTo(1);
      }
      tests += cases.size();
      failures += (int) with("failure", cases);
    }
    assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(tests));
    assertThat(root.getAttribute("failures")).isEqualTo(String.valueOf(failures));
  }

  private static long with(String child, List<Element> cases) {
    return cases.stream().filter(c -> c.getElementsByTagName(child).getLength() > 0).count();
  }

  private static List<Element> children(Element parent) {
    List<Element> out = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        out.add(e);
      }
    }
    return out;
  }

  @Test
  void anAnnotationStaysWithinItsMessageAndTitle() {
    SampleSession session = new SampleSession(folder.resolve("long"));
    session.says(
        AgentId.LOG_WATCHER,
        1,
        Draft.of(SampleSession.rule("log.crash", "CRASH", Severity.CRITICAL, "x"))
            .title("%".repeat(100_000)));

    List<String> lines = GithubSummary.annotations(session.result());

    assertThat(lines).singleElement().asString().hasSizeLessThan(4_000).doesNotContain("%%");
  }

  /** What the schema of SARIF 2.1.0 requires, and what GitHub requires beyond it. */
  @Test
  void sarifHasTheStructureThatItsSchemaAsksFor() {
    JsonNode log = Objects.requireNonNull(Json.tryRead(Sarif.of(large())));

    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("$schema").asText()).endsWith("sarif-2.1.0.json");
    JsonNode run = log.path("runs").path(0);
    JsonNode rules = run.path("tool").path("driver").path("rules");
    assertThat(run.path("tool").path("driver").path("name").asText()).isNotEmpty();
    for (JsonNode rule : rules) {
      assertThat(rule.path("id").asText()).isNotEmpty();
      assertThat(rule.path("name").asText()).matches("[A-Z][A-Za-z0-9]*");
      for (String text : List.of("shortDescription", "fullDescription", "help")) {
        assertThat(rule.path(text).path("text").asText()).as(text).isNotEmpty();
      }
      assertThat(rule.path("defaultConfiguration").path("level").asText())
          .isIn("error", "warning", "note");
      assertThat(rule.path("properties").path("tags").size()).isLessThanOrEqualTo(10);
    }
    assertThat(run.path("results").size()).isBetween(1, 5_000);
    for (JsonNode result : run.path("results")) {
      JsonNode rule = rules.path(result.path("ruleIndex").asInt(-1));
      assertThat(rule.path("id").asText()).isEqualTo(result.path("ruleId").asText());
      assertThat(result.path("message").path("text").asText()).isNotEmpty();
      assertThat(result.path("level").asText()).isIn("error", "warning", "note");
      assertThat(result.path("partialFingerprints").size()).isOne();
      for (JsonNode place : result.path("locations")) {
        JsonNode physical = place.path("physicalLocation");
        assertThat(physical.path("artifactLocation").path("uri").asText()).isNotEmpty();
        assertThat(physical.path("region").path("startLine").asInt()).isPositive();
      }
    }
  }
}
