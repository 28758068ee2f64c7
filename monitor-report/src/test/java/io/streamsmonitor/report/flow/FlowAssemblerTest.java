package io.streamsmonitor.report.flow;

import static io.streamsmonitor.report.SampleSession.group;
import static io.streamsmonitor.report.SampleSession.pending;
import static io.streamsmonitor.report.SampleSession.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamsmonitor.report.SampleSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowAssemblerTest {
  private static final Map<String, String> PAY = Map.of("consumerGroup", "pay");

  @TempDir Path folder;
  private SampleSession session;

  @BeforeEach
  void open() {
    session = new SampleSession(folder);
  }

  @Test
  void tiesPublishConsumeAndAckOfTwoServicesIntoOneWholeFlow() {
    session.last(stream("orders", 1, group("pay", 1, 0, "9-0")));
    session.event("b", 1_050, "redis.consume", "orders", "c1", "1-0", f -> f.putAll(PAY));
    session.event("b", 1_060, "redis.ack", "orders", "c1", "1-0", f -> f.putAll(PAY));
    session.event("a", 1_000, "redis.publish", "orders", "c1", "1-0");

    FlowRecord flows = flows();

    assertThat(flows.total()).isEqualTo(1);
    assertThat(flows.broken()).isZero();
    assertThat(FlowText.of(flows.wholeSamples().get(0), SampleSession.START))
        .isEqualTo(
            """
            [T+0:01] a published → stream:orders (msg: 1-0)
            [T+0:01] b consumed → stream:orders (msg: 1-0, group: pay)
            [T+0:01] b acked → stream:orders (msg: 1-0, group: pay) ✅ ACKed
            """);
    assertThat(flows.slowest()).extracting(SlowHop::lagMs).containsExactly(50L);
  }

  @Test
  void flagsAMessageThatAGroupHasNotRead() {
    session.last(stream("orders", 2, group("pay", 0, 1, "0-0")));
    session.event("a", 1_000, "redis.publish", "orders", "c1", "1-0");
    later();

    assertThat(flows().flaws())
        .extracting(FlawCount::kind, FlawCount::party)
        .contains(tuple(FlawKind.NOT_CONSUMED, "pay"), tuple(FlawKind.NEVER_REACHED, "a"));
  }

  @Test
  void flagsAConsumptionWithoutAck() {
    session.last(stream("orders", 2, group("pay", 1, 0, "9-0", pending("1-0", "pay-1", 60_000))));
    session.event("a", 1_000, "redis.publish", "orders", "c1", "1-0");
    session.event("b", 1_050, "redis.consume", "orders", "c1", "1-0", f -> f.putAll(PAY));
    later();

    assertThat(flows().flaws()).extracting(FlawCount::kind).containsExactly(FlawKind.NOT_ACKED);
  }

  @Test
  void flagsAFailureThatWasNeverAcked() {
    session.last(stream("orders", 2, group("pay", 1, 0, "9-0", pending("1-0", "pay-1", 60_000))));
    session.event("b", 1_050, "redis.consume", "orders", "c1", "1-0", f -> f.putAll(PAY));
    session.event("b", 1_060, "redis.failed", "orders", "c1", "1-0", f -> f.put("error", "boom"));
    later();

    assertThat(flows().brokenSamples().get(0).flaws().get(0).sentence()).contains("boom");
  }

  @Test
  void staysSilentOnStreamsThatNobodyReads() {
    session.last(stream("audit", 2));
    session.event("a", 1_000, "redis.publish", "audit", "c1", "1-0");
    later();

    assertThat(flows().broken()).isZero();
  }

  @Test
  void staysSilentInTheLastSecondsOfTheWindow() {
    session.last(stream("orders", 2, group("pay", 0, 1, "0-0")));
    session.event("a", 596_000, "redis.publish", "orders", "c1", "1-0");
    session.event("a", 604_000, "redis.publish", "other", "c9", "9-0");

    FlowRecord flows = flows();
    assertThat(flows.broken()).isZero();
    assertThat(flows.undecided()).isEqualTo(1);
    assertThat(flows.wholeSamples()).hasSize(1);
  }

  @Test
  void callsAnAckThatRedisHasUnloggedInsteadOfMissing() {
    session.last(stream("orders", 2, group("pay", 1, 0, "9-0")));
    session.event("b", 1_050, "redis.consume", "orders", "c1", "1-0", f -> f.putAll(PAY));
    later();

    FlowRecord flows = flows();
    assertThat(flows.broken()).isZero();
    assertThat(flows.unlogged()).singleElement().asString().contains("orders").endsWith("(1)");
  }

  @Test
  void keepsAMessageTogetherWhenTheConsumerLosesTheCorrelationId() {
    session.last(stream("orders", 1, group("pay", 1, 0, "9-0")));
    session.event("a", 1_000, "redis.publish", "orders", "c1", "1-0");
    session.event("b", 1_050, "redis.consume", "orders", "", "1-0", f -> f.putAll(PAY));
    session.event("b", 1_060, "redis.ack", "orders", "", "1-0", f -> f.putAll(PAY));

    assertThat(flows().total()).isEqualTo(1);
  }

  @Test
  void holdsBoundedManyFlowsAndStillCountsThemAll() {
    session.last(stream("orders", 1, group("pay", 1, 0, "0-0")));
    StringBuilder lines = new StringBuilder();
    int flows = FlowAssembler.OPEN + 500;
    for (int i = 1; i <= flows; i++) {
      lines
          .append("{\"timestamp\":\"2026-11-23T20:00:01.000Z\",\"event\":\"redis.publish\",")
          .append("\"stream\":\"orders\",\"correlationId\":\"c")
          .append(i)
          .append("\",\"messageId\":\"")
          .append(i)
          .append("-0\"}\n");
    }
    session.append(folder.resolve("logs/a.log"), lines.toString());
    later();

    FlowRecord record = flows();

    assertThat(record.total()).isEqualTo(flows + 1);
    assertThat(record.cutShort()).isEqualTo(501);
    assertThat(record.brokenSamples()).hasSizeLessThanOrEqualTo(200);
  }

  private void later() {
    session.event("z", 300_000, "redis.publish", "nowhere", "late", "5-0");
  }

  private FlowRecord flows() {
    return session.result().flows();
  }
}
