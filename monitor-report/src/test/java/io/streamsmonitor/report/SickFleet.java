package io.streamsmonitor.report;

import static io.streamsmonitor.report.SampleSession.group;
import static io.streamsmonitor.report.SampleSession.pending;
import static io.streamsmonitor.report.SampleSession.rule;
import static io.streamsmonitor.report.SampleSession.stream;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Map;

/** Orders that payments cannot keep up with, mail that nobody reads. */
final class SickFleet {
  private SickFleet() {}

  static SampleSession fill(SampleSession s) {
    streams(s);
    logs(s);
    findings(s);
    return s;
  }

  private static void streams(SampleSession s) {
    s.baseline(
        stream("orders", 10, group("payments", 1, 0, "1795464000000-0")),
        stream("notifications", 2, group("mail", 1, 0, "1795464000000-0")));
    for (int i = 0; i <= 40; i++) {
      s.poll(
          i * 15L,
          stream("orders", 10 + 20L * i, group("payments", 1, 7L * i, "1795464000000-0")),
          stream("notifications", 2 + i, group("mail", 0, i, "1795464000000-0")));
    }
    s.last(
        stream(
            "orders",
            812,
            group(
                "payments",
                1,
                280,
                "1795464011000-0",
                pending("1795464010000-0", "payments-1", 41_000))),
        stream("notifications", 42, group("mail", 0, 40, "1795464000000-0")),
        stream("audit", 5));
  }

  private static void logs(SampleSession s) {
    s.event("orders", 10_000, "redis.publish", "orders", "corr-1", "1795464010000-0");
    s.event("orders", 11_000, "redis.publish", "orders", "corr-2", "1795464011000-0");
    s.event("orders", 12_000, "redis.publish", "orders", "corr-3", "1795464012000-0");
    s.event(
        "payments",
        10_900,
        "redis.consume",
        "orders",
        "corr-1",
        "1795464010000-0",
        f -> f.putAll(Map.of("lagMs", 900, "consumerGroup", "payments")));
    s.event(
        "payments",
        11_100,
        "redis.consume",
        "orders",
        "corr-2",
        "1795464011000-0",
        f -> f.putAll(Map.of("lagMs", 100, "consumerGroup", "payments")));
    s.event("payments", 11_150, "redis.publish", "notifications", "corr-2", "1795464011150-0");
    s.event(
        "payments",
        11_200,
        "redis.ack",
        "orders",
        "corr-2",
        "1795464011000-0",
        f -> f.putAll(Map.of("processingDurationMs", 90, "consumerGroup", "payments")));
    s.event("orders", 599_000, "redis.publish", "orders", "corr-late", "1795464599000-0");
    s.log(
        "mail", "2026-11-23 20:00:01.000 INFO ready", "2026-11-23 20:00:02 corr-2 seen by nobody");
  }

  private static void findings(SampleSession s) {
    s.says(
        AgentId.STREAM_ANALYST,
        45,
        Draft.of(rule("stream.consumer-lag", "CONSUMER_LAG", Severity.CRITICAL, "Consumer lag"))
            .stream("orders")
            .group("payments")
            .title("Group payments is 280 entries behind on orders")
            .detail("metrics", Map.of("consumerLagMessages", 280))
            .evidence("lag 280 > 100 for 3 polls")
            .hypothesis("payments takes 900 ms an order")
            .evidenceRef(new EvidenceRef("streams/polls.jsonl", 0, 10)),
        Draft.of(rule("stream.dead-consumer", "DEAD_CONSUMER", Severity.CRITICAL, "Dead group"))
            .stream("notifications")
            .group("mail")
            .title("Group mail has no consumer"),
        Draft.of(rule("stream.no-group", "NO_CONSUMER_GROUP", Severity.MEDIUM, "Nobody reads"))
            .stream("audit"));
    s.says(
        AgentId.LOG_WATCHER,
        60,
        Draft.of(rule("log.timeout", "TIMEOUT", Severity.HIGH, "Time-outs"))
            .service("payments")
            .correlationId("corr-1")
            .title("payments times out on card-service")
            .evidence(
                "java.net.SocketTimeoutException: read timed out\n\tat Pay.charge(Pay.java:41)")
            .occurrences(7));
    s.says(
        AgentId.CONFIG_AUDITOR,
        30,
        Draft.of(rule("config.group-drift", "CONFIG_DRIFT", Severity.CRITICAL, "Group drift"))
            .service("mail")
            .title("Code reads with group mail-v2, Redis has mail")
            .detail("affectedFiles", List.of("mail/src/Mail.java"))
            .detail("expected", "group: `mail-v2`")
            .detail("actual", "group: `mail`")
            .location(new Location("mail/src/Mail.java", 41)));
    s.says(
        AgentId.ENHANCEMENT_SCOUT,
        300,
        Draft.of(
                rule(
                    "cause.overloaded-consumer",
                    "CROSS_AGENT_SYNTHESIS",
                    Severity.CRITICAL,
                    "Overloaded consumer"))
            .stream("orders")
            .title("payments is overloaded: its time-outs follow from the lag on orders")
            .detail("relatedFindings", List.of("RSA-001", "LW-001"))
            .detail("affectedServices", List.of("payments"))
            .detail("effort", "DAYS_1_2")
            .detail("impact", "HIGH"),
        Draft.of(rule("code.console-logging", "OBSERVABILITY_GAP", Severity.MEDIUM, "println"))
            .service("mail")
            .detail("affectedServices", List.of("mail"))
            .detail("effort", "HOURS_2_4")
            .detail("impact", "MEDIUM")
            .detail("codeSnippetBefore", "System.out.println(\"sent\");")
            .detail("codeSnippetAfter", "log.info(\"mail.sent\");")
            .evidence("mail/src/Mail.java:12")
            .location(new Location("mail/src/Mail.java", 12)));
    s.says(
        AgentId.ORCHESTRATOR,
        600,
        Draft.of(rule("session.acl", "COVERAGE_GAP", Severity.LOW, "CLIENT LIST is not permitted"))
            .evidence("NOPERM client|list"));
  }
}
