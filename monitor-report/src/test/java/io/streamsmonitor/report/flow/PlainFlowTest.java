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
        "2026-11-23 20:00:03 INFO cursor at " + ID,
        "{\"message\":\"handled a probe\",\"correlationId\":null}",
        "2026-11-23 20:00:04 INFO handled a probe, correlationId=null");

    assertThat(flows().events()).isEqualTo(2);
  }

  @Test
  void plainLinesOfAServiceWithLifecycleLinesOnlyRepeatThem() {
    session.last(stream("orders", 1, group("pay", 1, 0, "1795600613901-0")));
    session.event("pay", 2_000, "redis.consume", "orders", "c-4711", ID);
    session.log("pay", "2026-11-23 20:00:02 INFO received " + ID);

    assertThat(flows().events()).isEqualTo(3);
  }

  /** Four services, four styles, none of them instrumented. */
  @Test
  void joinsServicesOfEveryStyleByEntryIdsAndIdsOfRequests() {
    session = new SampleSession(folder.resolve("styles"));
    String request = "a0147e30-0385-4c37-983e-dd02db0d5d57";
    String invoice = "1795600613950-0";
    session.last(
        stream("orders", 1, group("pay", 1, 0, ID), group("mail", 1, 0, ID)),
        stream("invoices", 1, group("ledger", 1, 0, invoice)));
    session.log(
        "shop",
        "2026-11-23T20:00:01.000Z info: Published order.placed to orders id=%s correlationId=%s {\"n\":1}"
            .formatted(ID, request));
    session.log(
        "pay",
        "2026-11-23 20:00:01,100 INFO [pay.worker] Received message %s (corr_id=%s)"
            .formatted(ID, request),
        "2026-11-23 20:00:01,200 INFO [pay.worker] sent invoice %s to invoices for orders (corr_id=%s)"
            .formatted(invoice, request),
        "2026-11-23 20:00:01,300 DEBUG [pay.worker] acked " + ID);
    session.log(
        "mail",
        "time=2026-11-23T20:00:03.000Z level=info msg=\"handling it\" trace_id=" + request,
        "time=2026-11-23T20:00:03.100Z level=info msg=\"mail sent\" stream=orders id=" + ID);
    session.log(
        "ledger",
        "{\"ts\":\"2026-11-23T20:00:04.000Z\",\"lvl\":\"INFO\",\"msg\":\"booked %s\"}"
            .formatted(invoice));
    session.event("late", 590_000, "redis.publish", "unrelated", "c-9", "1795600613999-0");

    FlowRecord flows = flows();

    assertThat(flows.broken()).isZero();
    assertThat(FlowText.of(flows.wholeSamples().get(0), SampleSession.START).lines())
        .containsExactly(
            "[T+0:01] shop published → stream:orders (msg: " + ID + ")",
            "[T+0:01] pay consumed → stream:orders (msg: " + ID + ")",
            "[T+0:01] pay published → stream:invoices (msg: " + invoice + ")",
            "[T+0:01] pay acked → stream:orders (msg: " + ID + ") ✅ ACKed",
            "[T+0:03] mail consumed → stream:orders (msg: " + ID + ")",
            "[T+0:04] ledger consumed → stream:invoices (msg: " + invoice + ")");
    assertThat(flows.slowest().get(0).service()).isEqualTo("ledger");
    assertThat(flows.slowest().get(0).lagMs()).isEqualTo(2_800);
  }

  /** What is passed on within a millisecond gets the same id in the next stream. */
  @Test
  void tellsTwoEntriesOfOneIdApartByWhoPublishedThem() {
    session.last(
        stream("orders", 1, group("pay", 1, 0, ID)), stream("bills", 1, group("books", 1, 0, ID)));
    session.log(
        "pay",
        "2026-11-23 20:00:02 INFO received " + ID,
        "2026-11-23 20:00:02 INFO published bill " + ID + " to bills",
        "2026-11-23 20:00:02 INFO acked " + ID);
    session.log("books", "2026-11-23 20:00:03 INFO stored " + ID + " of bills");

    assertThat(flows().flaws()).isEmpty();
    assertThat(flows().wholeSamples())
        .extracting(f -> f.id() + " " + f.events().size())
        .contains("c-4711 3", "bills/" + ID + " 2");
  }

  @Test
  void aLogThatNeverSpeaksOfAcksIsNoProofThatNoneCame() {
    session.last(
        stream(
            "orders",
            1,
            group("workers", 1, 0, ID, pending(ID, "x", 60_000)),
            group("others", 1, 0, ID)));
    session.log("pay", "2026-11-23 20:00:02 INFO received " + ID);

    assertThat(flows().broken()).isZero();
    assertThat(flows().unlogged())
        .contains("`orders`: entries that pay took; its log never says ACK (1)");
  }

  @Test
  void aPlainFailureThatRedisShowsAcknowledgedIsNoBrokenFlow() {
    session.last(stream("orders", 1, group("pay", 1, 0, ID)));
    session.log("pay", "2026-11-23 20:00:02 ERROR failed to handle " + ID + ", set aside");

    assertThat(flows().broken()).isZero();
  }

  @Test
  void aLineWithoutATimeHasThatOfItsArrival() {
    session.last(stream("orders", 1, group("pay", 1, 0, ID)));
    session.log("pay", "received " + ID);
    session.append(
        folder.resolve("logs/pay.idx"),
        "0 " + SampleSession.START.plusSeconds(7).toEpochMilli() + "\n");

    assertThat(FlowText.of(flows().wholeSamples().get(0), SampleSession.START))
        .contains("[T+0:07] pay consumed");
  }

  @Test
  void aTimeOfAnotherZoneGivesWayToThatOfTheArrival() {
    session.last(stream("orders", 1, group("pay", 1, 0, ID)));
    session.log("pay", "2026-11-23 22:00:02 INFO received " + ID);
    session.append(
        folder.resolve("logs/pay.idx"),
        "0 " + SampleSession.START.plusSeconds(2).toEpochMilli() + "\n");

    assertThat(FlowText.of(flows().wholeSamples().get(0), SampleSession.START))
        .contains("[T+0:02] pay consumed");
  }

  @Test
  void anErrorIsQuotedWithoutItsSecrets() {
    session.last(stream("orders", 1, group("pay", 1, 0, ID, pending(ID, "pay-1", 60_000))));
    session.log(
        "pay",
        "2026-11-23 20:00:02 ERROR [pay] Failed to handle "
            + ID
            + ": password=hunter2-and-more-of-it");

    assertThat(flows().brokenSamples().get(0).flaws().get(0).sentence())
        .startsWith("failed in pay: Failed to handle")
        .doesNotContain("hunter2");
  }
}
