package io.streamsmonitor.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FindingJsonTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  private static Finding finding(AgentId agent, Map<String, Object> details) {
    return new Finding(
        agent.name(),
        agent.prefix() + "-001",
        "test.rule",
        "CATEGORY",
        Severity.HIGH,
        Status.OPEN,
        "title",
        new Subject("orders", "s", "g", "c", "corr", "q"),
        AT,
        AT,
        AT,
        2,
        "f00d",
        null,
        List.of(new EvidenceRef("logs/orders.log", 12, 3)),
        List.of(new Location("A.java", 7)),
        List.of(),
        details);
  }

  private static List<String> names(Finding f) {
    JsonNode node = Objects.requireNonNull(Json.tryRead(FindingJson.line(f)));
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void everyAgentsFieldsComeInTheSpecificationsOrder() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("recommendation", "r");
    details.put("hypothesis", "h");
    details.put("metrics", Map.of("streamLen", 1));
    details.put("evidence", "e");
    assertThat(names(finding(AgentId.STREAM_ANALYST, details)))
        .containsSubsequence(
            "agentId",
            "findingId",
            "category",
            "severity",
            "stream",
            "consumerGroup",
            "consumer",
            "timestamp",
            "messageIds",
            "metrics",
            "evidence",
            "hypothesis",
            "recommendation",
            "ruleId",
            "status",
            "firstSeen",
            "lastSeen",
            "occurrences",
            "fingerprint");
  }

  @Test
  void theScoutKeepsItsPriorityBesideTheSeverity() {
    JsonNode node =
        Objects.requireNonNull(
            Json.tryRead(FindingJson.line(finding(AgentId.ENHANCEMENT_SCOUT, Map.of()))));
    assertThat(node.path("priority").asText()).isEqualTo("P1_HIGH");
    assertThat(node.path("severity").asText()).isEqualTo("HIGH");
    assertThat(node.path("relatedFindings").isArray()).isTrue();
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    Finding f = finding(new AgentId("MY_AGENT", "MA"), Map.of("evidence", "a \"quoted\"\nline"));
    assertThat(FindingJson.read(Objects.requireNonNull(Json.tryRead(FindingJson.line(f)))))
        .isEqualTo(f);
  }

  @Test
  void fingerprintsForgetNumbersAndIds() {
    Subject one = new Subject("a", "s", null, null, "x", "1700000000000-1 at 12:01");
    Subject two = new Subject("a", "s", null, null, "y", "1800000000000-7 at 13:59");
    Subject other = new Subject("a", "t", null, null, "y", "1800000000000-7 at 13:59");
    assertThat(Fingerprint.of("r", one)).isEqualTo(Fingerprint.of("r", two)).hasSize(16);
    assertThat(Fingerprint.of("r", one)).isNotEqualTo(Fingerprint.of("r", other));
  }
}
