package io.streamsmonitor.agents.scout.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several causes is looked at first, and how far each is said to reach. */
class RankingTest {
  private static final String FLEET =
      "{'scenario': 's', 'expect': [], 'services': {'shop': {'writes': ['orders', 'clicks']},"
          + " 'billing': {'reads': ['orders/billing'], 'writes': ['invoices']}, 'audit': {'reads':"
          + " ['orders/audit'], 'writes': ['ledger']}, 'post': {'reads': ['invoices/post']},"
          + " 'stats': {'reads': ['clicks/stats']}}}";

  @TempDir Path folder;

  private CausalScenario.Answer answer(String... findings) {
    List<String> lines = new ArrayList<>(List.of(FLEET));
    lines.addAll(List.of(findings));
    return CausalScenario.read(lines.stream().map(line -> line.replace('\'', '"')).toList())
        .answer(folder);
  }

  private static String[] lagging(String stream, String group, String severity, int at) {
    return new String[] {
      "{'at': %d, 'rule': 'stream.consumer-lag', 'stream': '%s', 'group': '%s', 'severity': '%s'}"
          .formatted(at, stream, group, severity),
      "{'at': %d, 'rule': 'log.timeout', 'service': '%s', 'severity': 'MEDIUM', 'evidence':"
              .formatted(at + 5, group)
          + " 'handler did not finish in 2000 ms'}"
    };
  }

  private static String[] together(String[] one, String[] two) {
    List<String> all = new ArrayList<>(List.of(one));
    all.addAll(List.of(two));
    return all.toArray(String[]::new);
  }

  @Test
  void theSevererComesFirstWhereNeitherHangsOnTheOther() {
    assertThat(
            answer(
                    together(
                        lagging("orders", "billing", "HIGH", 30),
                        lagging("clicks", "stats", "CRITICAL", 90)))
                .causes())
        .containsExactly("cause.overloaded-consumer clicks", "cause.overloaded-consumer orders");
  }

  @Test
  void whatIsUpstreamComesBeforeWhatHangsOnItEvenWhereThatIsSeverer() {
    assertThat(
            answer(
                    together(
                        lagging("orders", "billing", "HIGH", 30),
                        lagging("invoices", "post", "CRITICAL", 90)))
                .causes())
        .containsExactly("cause.overloaded-consumer orders", "cause.overloaded-consumer invoices");
  }

  @Test
  void whatIsUpstreamButBeganLongAfterwardsIsNoRoot() {
    assertThat(
            answer(
                    together(
                        lagging("orders", "billing", "HIGH", 300),
                        lagging("invoices", "post", "CRITICAL", 30)))
                .causes())
        .containsExactly("cause.overloaded-consumer invoices", "cause.overloaded-consumer orders");
  }

  @Test
  void ofEqualOnesTheWiderComesFirst() {
    assertThat(
            answer(
                    together(
                        lagging("clicks", "stats", "HIGH", 30),
                        lagging("orders", "billing", "HIGH", 90)))
                .causes())
        .containsExactly("cause.overloaded-consumer orders", "cause.overloaded-consumer clicks");
  }

  @Test
  void aFaultOfOneGroupReachesItsReadersAndWhatTheyWriteAndNoOtherGroup() {
    JsonNode cause = cause(lagging("orders", "billing", "HIGH", 30));
    assertThat(cause.path("downstream"))
        .extracting(JsonNode::asText)
        .containsExactly("service billing", "service post", "stream invoices");
    assertThat(cause.path("blastRadius").asText())
        .isEqualTo("downstream of orders: service billing, service post, stream invoices");
  }

  @Test
  void aFaultOfTheWriterReachesEveryReader() {
    JsonNode cause =
        cause(
            "{'at': 1, 'rule': 'code.xadd-without-maxlen', 'service': 'shop', 'stream': 'orders',"
                + " 'file': 'S.java', 'line': 3}",
            "{'at': 60, 'rule': 'stream.growing', 'stream': 'orders'}");
    assertThat(cause.path("downstream"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "service audit", "service billing", "service post", "stream invoices", "stream ledger");
  }

  @Test
  void aServiceThatFailsReachesWhatItWritesAndNotItself() {
    JsonNode cause =
        cause(
            "{'at': 1, 'rule': 'config.missing-env-var', 'service': 'billing', 'evidence': 'BANK_URL'}",
            "{'at': 4, 'rule': 'log.restart-loop', 'service': 'billing', 'times': 4}");
    assertThat(cause.path("downstream"))
        .extracting(JsonNode::asText)
        .containsExactly("service post", "stream invoices");
  }

  private JsonNode cause(String... findings) {
    String journal = answer(findings).journal();
    assertThat(journal).isNotEmpty().doesNotContain("\n");
    return Objects.requireNonNull(Json.tryRead(journal));
  }
}
