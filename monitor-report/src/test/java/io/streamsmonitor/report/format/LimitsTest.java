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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of the formats take, and what their specifications ask for. */
class LimitsTest {
  private static final Pattern DRAWING = Pattern.compile("```mermaid\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern SAMPLE =
      Pattern.compile("streams_monitor_([a-z_]+)(\\{[a-z]+=\".*\"\\})? -?\\d+");

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
  void openMetricsCanBeParsed() {
    String text = OpenMetrics.of(large());

    assertThat(text).endsWith("\n# EOF\n");
    Set<String> families = new HashSet<>();
    String family = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        family = line.split(" ", -1)[2];
        assertThat(families.add(family)).as("one family a name: " + family).isTrue();
      } else if (!line.startsWith("#")) {
        assertThat(line).matches(SAMPLE);
        assertThat(line).startsWith(family);
      }
    }
    assertThat(text.lines().filter(l -> l.equals("# EOF"))).hasSize(1);
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
