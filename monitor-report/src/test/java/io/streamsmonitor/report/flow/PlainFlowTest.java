package io.streamsmonitor.report.flow;

import static io.streamsmonitor.report.SampleSession.group;
import static io.streamsmonitor.report.SampleSession.pending;
import static io.streamsmonitor.report.SampleSession.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.report.SampleSession;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows through services that write no lifecycle lines. */
class PlainFlowTest {
  private static final String ID = "1795600613901-0";

  @TempDir Path folder;
  private SampleSession session;

  @BeforeEach
  void open() {
    session = new SampleSession(folder);
    session.event("shop", 1_000, "redis.publish", "orders", "c-4711", ID);
    session.event("shop", 590_000, "redis.publish", "unrelated", "c-9", "1795600613999-0");
  }

  private FlowRecord flows() {
    return session.result().flows();
  }

  @Test
  void anEntryIdInAPlainLineIsItsConsumption() {
    session.last(stream("orders", 1, group("pay", 1, 0, "1795600613901-0")));
    session.log("pay", "2026-11-23 20:00:02,104 INFO  [main] Pay - received " + ID);

    FlowRecord flows = flows();

    assertThat(flows.broken()).isZero();
    assertThat(FlowText.of(flows.wholeSamples().get(0), SampleSession.START))
        .contains("shop published → stream:orders", "[T+0:02] pay consumed → stream:orders");
  }

  @Test
  void aCorrelationIdInAPlainLineIsTheConsumptionOfWhatItsProducerPublished() {
    session.last(stream("orders", 1, group("pay", 1, 0, "1795600613901-0")));
    session.log("pay", "2026-11-23 20:00:02 DEBUG handling order, correlationId=c-4711");

    assertThat(flows().wholeSamples().get(0).events()).hasSize(2);
  }

  @Test
  void aFailureInAPlainLineBreaksTheFlow() {
    session.last(stream("orders", 1, group("pay", 1, 0, ID, pending(ID, "pay-1", 60_000))));
    session.log("pay", "2026-11-23 20:00:02 ERROR could not handle " + ID + ": no such customer");

    assertThat(flows().flaws()).extracting(FlawCount::kind).containsExactly(FlawKind.FAILED);
  }

  @Test
  void staysSilentOnIdsOfNoMessageAndOnLinesWithoutAVerb() {
    session.last(stream("orders", 1, group("pay", 1, 0, "1795600613901-0")));
    session.log(
        "pay",
        "2026-11-23 20:00:02 INFO processed batch 1795600000000-7",
        "2026-11-23 20:00:03 INFO cursor at " + ID);

    assertThat(flows().events()).isEqualTo(2);
  }

  @Test
  void plainLinesOfAServiceWithLifecycleLinesOnlyRepeatThem() {
    session.last(stream("orders", 1, group("pay", 1, 0, "1795600613901-0")));
    session.event("pay", 2_000, "redis.consume", "orders", "c-4711", ID);
    session.log("pay", "2026-11-23 20:00:02 INFO received " + ID);

    assertThat(flows().events()).isEqualTo(3);
  }
}
