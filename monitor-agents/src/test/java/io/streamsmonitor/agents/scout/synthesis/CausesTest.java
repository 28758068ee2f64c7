package io.streamsmonitor.agents.scout.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import io.streamsmonitor.core.finding.Subject;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
  private static final Wiring WIRING =
      Wiring.of(
          List.of(
              service("orders", List.of("orders"), ""),
              service("payments", List.of("receipts"), "orders"),
              service("mail", List.of(), "receipts")),
          List.of(),
          List.of());

  private static ServiceSpec service(String name, List<String> writes, String reads) {
    ServiceSpec plain = ServiceSpec.of(name, List.of(), Path.of("."));
    return new ServiceSpec(
        name,
        List.of(),
        plain.workdir(),
        Map.of(),
        null,
        List.of(),
        0,
        null,
        List.of(),
        List.of(),
        writes,
        reads.isEmpty() ? List.of() : List.of(new ServiceSpec.Consumption(reads, name)));
  }

  static Finding finding(
      AgentId agent, int number, String rule, String category, String service, String stream) {
    return finding(agent, number, rule, category, service, stream, null, "failed on orders", 1);
  }

  private static Finding finding(
      AgentId agent,
      int number,
      String rule,
      String category,
      String service,
      String stream,
      @Nullable String group,
      String evidence,
      long occurrences) {
    return finding(
        agent, number, rule, category, service, stream, group, evidence, occurrences, Map.of());
  }

  private static Finding finding(
      AgentId agent,
      int number,
      String rule,
      String category,
      String service,
      String stream,
      @Nullable String group,
      String evidence,
      long occurrences,
      Map<String, Object> more) {
    Map<String, Object> details = new HashMap<>(more);
    details.put("evidence", evidence);
    return new Finding(
        agent.name(),
        agent.prefix() + "-" + number,
        rule,
        category,
        Severity.HIGH,
        Status.OPEN,
        category + " of " + rule,
        new Subject(
            service.isEmpty() ? null : service,
            stream.isEmpty() ? null : stream,
            group,
            null,
            null,
            ""),
        VirtualClock.START.plusSeconds(number),
        VirtualClock.START.plusSeconds(number),
        VirtualClock.START.plusSeconds(number),
        occurrences,
        "f",
        null,
        List.of(),
        agent.equals(AgentId.ENHANCEMENT_SCOUT)
            ? List.of(new Location("Orders.java", 41))
            : List.of(),
        List.of(),
        details);
  }

  private static List<Draft> causes(Finding... findings) {
    return causes(WIRING, findings);
  }

  private static List<Draft> causes(Wiring wiring, Finding... findings) {
    Rules<Cluster> rules = Rules.load(CauseRule.class);
    List<Draft> out = new ArrayList<>();
    Clusters.of(List.of(findings), wiring).stream()
        .flatMap(whole -> Clusters.parts(whole).stream())
        .forEach(c -> rules.check(c, out::add));
    return out.stream().filter(Synthesizer::crossesAgents).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "cause.overloaded-consumer,REDIS_STREAM_ANALYST,stream.consumer-lag,CONSUMER_LAG,log.timeout,TIMEOUT",
    "cause.missing-ack,ENHANCEMENT_SCOUT,code.group-read-without-ack,STREAM_ANTI_PATTERN,stream.missing-ack,MISSING_ACK",
    "cause.poison-message,REDIS_STREAM_ANALYST,stream.delivery-failure,DELIVERY_FAILURE,log.stack-trace,BUG",
    "cause.group-drift,CONFIG_AUDITOR,config.group-drift,CONFIG_DRIFT,stream.dead-consumer,DEAD_CONSUMER",
    "cause.flood-without-maxlen,ENHANCEMENT_SCOUT,code.xadd-without-maxlen,STREAM_ANTI_PATTERN,stream.growing,STREAM_GROWING",
    "cause.swallowed-exception,ENHANCEMENT_SCOUT,code.silent-catch,OBSERVABILITY_GAP,stream.consumer-lag,CONSUMER_LAG",
    "cause.crash-loop,LOG_WATCHER,log.restart-loop,CRASH,stream.dead-consumer,DEAD_CONSUMER",
    "cause.rogue-stream,CONFIG_AUDITOR,config.rogue-stream,ROGUE_STREAM,stream.no-consumer-group,NO_CONSUMER_GROUP",
    "cause.retry-amplification,LOG_WATCHER,log.retry-storm,RETRY_STORM,stream.consumer-lag,CONSUMER_LAG",
    "cause.silent-consumer,LOG_WATCHER,log.silent-service,CRASH,stream.consumer-lag,CONSUMER_LAG",
    "cause.failing-handler,LOG_WATCHER,log.stack-trace,BUG,stream.stuck-message,STUCK_MESSAGE",
    "cause.schema-break,CONFIG_AUDITOR,config.schema-drift,SCHEMA_DRIFT,stream.delivery-failure,DELIVERY_FAILURE",
    "cause.ghost-consumers,ENHANCEMENT_SCOUT,code.random-consumer-name,ARCHITECTURE,stream.dead-consumer,DEAD_CONSUMER",
    "cause.clock-skew,LOG_WATCHER,log.clock-drift,ANOMALY,stream.slow-delivery,CONSUMER_LAG",
    "cause.early-claim,ENHANCEMENT_SCOUT,code.claim-too-early,RESILIENCE,stream.delivery-failure,DELIVERY_FAILURE",
    "cause.missing-dead-letter,ENHANCEMENT_SCOUT,code.no-dead-letter,RESILIENCE,stream.delivery-failure,DELIVERY_FAILURE",
    "cause.lost-by-early-ack,ENHANCEMENT_SCOUT,code.ack-in-finally,RESILIENCE,log.stack-trace,BUG",
    "cause.consumer-loop-ended,ENHANCEMENT_SCOUT,code.consumer-loop-ends,RESILIENCE,stream.dead-consumer,DEAD_CONSUMER",
    "cause.block-beyond-timeout,ENHANCEMENT_SCOUT,code.block-beyond-timeout,RESILIENCE,log.timeout,TIMEOUT",
    "cause.shared-connection,ENHANCEMENT_SCOUT,code.shared-blocking-connection,RESILIENCE,log.timeout,TIMEOUT",
    "cause.memory-exhaustion,LOG_WATCHER,log.out-of-memory,MEMORY_LEAK,stream.consumer-lag,CONSUMER_LAG",
    "cause.stream-name-drift,CONFIG_AUDITOR,config.stream-drift,CONFIG_DRIFT,stream.orphaned,ORPHANED_STREAM",
    "cause.slow-reading,ENHANCEMENT_SCOUT,code.single-message-read,PERFORMANCE,stream.consumer-lag,CONSUMER_LAG",
  })
  void firesWhenCauseAndSymptomMeetOnOneStreamAndStaysSilentForEither(
      String cause, String agent, String rule, String category, String symptom, String effect) {
    AgentId first = agentNamed(agent);
    AgentId second = symptom.startsWith("log.") ? AgentId.LOG_WATCHER : AgentId.STREAM_ANALYST;
    Finding one = finding(first, 1, rule, category, "payments", streamOf(first));
    Finding two = finding(second, 2, symptom, effect, "payments", streamOf(second));

    List<Draft> said = causes(one, two).stream().filter(d -> d.rule().id().equals(cause)).toList();

    assertThat(said).isNotEmpty();
    assertThat(said.get(0).details().get("relatedFindings"))
        .isEqualTo(List.of(one.findingId(), two.findingId()));
    assertThat(said.get(0).subject().stream()).isEqualTo("orders");
    assertThat(said.get(0).text("blastRadius"))
        .contains("service payments", "stream receipts", "service mail");
    assertThat(causes(one)).isEmpty();
    assertThat(causes(two)).isEmpty();
  }

  private static String streamOf(AgentId agent) {
    return agent.equals(AgentId.LOG_WATCHER) ? "" : "orders";
  }

  private static AgentId agentNamed(String name) {
    return List.of(
            AgentId.LOG_WATCHER,
            AgentId.STREAM_ANALYST,
            AgentId.CONFIG_AUDITOR,
            AgentId.ENHANCEMENT_SCOUT)
        .stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMissingVariableExplainsTheServiceThatFails() {
    assertThat(
            causes(
                finding(AgentId.CONFIG_AUDITOR, 1, "config.env", "MISSING_ENV_VAR", "mail", ""),
                finding(AgentId.LOG_WATCHER, 2, "log.process-ended", "CRASH", "mail", "")))
        .extracting(d -> d.rule().id())
        .containsOnly("cause.missing-variable");
  }

  /** Nobody saw who holds the port: another program of the machine may. */
  @Test
  void aPortConfiguredTwiceIsSaidAndWhoHoldsItIsNot() {
    Finding conflict =
        finding(
            AgentId.CONFIG_AUDITOR,
            1,
            "config.port-conflict",
            "PORT_CONFLICT",
            "mail",
            "",
            null,
            "port 8081",
            1,
            Map.of("port", 8081, "services", List.of("mail", "payments")));
    Finding bind =
        finding(
            AgentId.LOG_WATCHER, 2, "log.stack-trace", "BUG", "mail", "", null, "BindException", 1);
    Finding gone = finding(AgentId.LOG_WATCHER, 3, "log.process-ended", "CRASH", "mail", "");

    assertThat(causes(conflict, bind).get(0).title())
        .isEqualTo("Service mail cannot listen; its port 8081 is configured for payments too");
    assertThat(causes(conflict, bind, gone).get(0).title())
        .startsWith("Service mail is down or begins again and again; its port 8081 is configured");
  }

  /** The writer's code has nothing to mend where the handler fails. */
  @Test
  void namesNoPlaceWhereOnlyTheWritersCodeIsKnown() {
    Wiring wiring =
        new Wiring(
            Map.of("orders", Set.of("shop")),
            Map.of(),
            Map.of(),
            Map.of("orders", List.of(new Location("shop/index.js", 4))));
    Finding error = finding(AgentId.LOG_WATCHER, 1, "log.stack-trace", "BUG", "", "orders");
    Finding stuck =
        finding(AgentId.STREAM_ANALYST, 2, "stream.stuck-message", "STUCK_MESSAGE", "", "orders");

    assertThat(causes(wiring, error, stuck).get(0).locations()).isEmpty();
  }

  @Test
  void aMissingVariableDoesNotExplainAnErrorThatSaysSomethingElse() {
    assertThat(
            causes(
                finding(AgentId.CONFIG_AUDITOR, 1, "config.env", "MISSING_ENV_VAR", "mail", ""),
                finding(AgentId.LOG_WATCHER, 2, "log.stack-trace", "BUG", "mail", "")))
        .isEmpty();
  }

  @Test
  void theTimeOutIsNeverWhatIsToBeRaised() {
    Draft cause =
        causes(
                finding(
                    AgentId.STREAM_ANALYST, 1, "stream.consumer-lag", "CONSUMER_LAG", "", "orders"),
                finding(AgentId.LOG_WATCHER, 2, "log.timeout", "TIMEOUT", "payments", ""))
            .get(0);
    assertThat(cause.text("recommendation")).contains("leave the time-out alone");
    assertThat(cause.details().get("symptoms")).isEqualTo(List.of("LW-2"));
  }

  @Test
  void aGroupThatNobodyReadsIsTiedToTheNameInTheCodeAndItsErrors() {
    Finding drift =
        finding(
            AgentId.CONFIG_AUDITOR,
            1,
            "config.group-drift",
            "CONFIG_DRIFT",
            "payments",
            "orders",
            "payments-v2",
            "expected group payments",
            1);
    Finding error =
        finding(
            AgentId.LOG_WATCHER,
            2,
            "log.stack-trace",
            "BUG",
            "payments",
            "",
            null,
            "NOGROUP No such consumer group 'payments-v2'",
            9);
    Finding dead =
        finding(
            AgentId.STREAM_ANALYST,
            3,
            "stream.dead-consumer",
            "DEAD_CONSUMER",
            "",
            "orders",
            "payments",
            "consumers 0",
            4);
    assertThat(causes(drift, error, dead))
        .filteredOn(d -> d.rule().id().equals("cause.group-drift"))
        .extracting(d -> d.details().get("relatedFindings"))
        .containsExactly(List.of("CA-1", "LW-2", "RSA-3"));
  }

  @Test
  void oneCrashElsewhereInTheServiceExplainsNoStream() {
    Finding crash =
        finding(
            AgentId.LOG_WATCHER,
            1,
            "log.crash",
            "CRASH",
            "payments",
            "",
            null,
            "Exception in thread \"report-export\"",
            1);
    Finding lag =
        finding(
            AgentId.STREAM_ANALYST,
            2,
            "stream.consumer-lag",
            "CONSUMER_LAG",
            "",
            "orders",
            "payments",
            "lag 340",
            5);
    assertThat(causes(crash, lag)).isEmpty();
  }

  @Test
  void aFleetThatDeclaresNothingIsTiedByTheNamesOfItsGroups() {
    Wiring unknown = Wiring.of(List.of(), List.of(), List.of());
    Finding lag =
        finding(
            AgentId.STREAM_ANALYST,
            1,
            "stream.consumer-lag",
            "CONSUMER_LAG",
            "",
            "invoices",
            "billing-group",
            "lag 340",
            5);
    Finding timeout =
        finding(AgentId.LOG_WATCHER, 2, "log.timeout", "TIMEOUT", "billing-service", "");
    Finding other = finding(AgentId.LOG_WATCHER, 3, "log.timeout", "TIMEOUT", "mail-service", "");
    assertThat(causes(unknown, lag, timeout, other))
        .extracting(d -> d.details().get("relatedFindings"))
        .containsExactly(List.of("RSA-1", "LW-2"));
  }

  @Test
  void findingsOfUnrelatedServicesStayApart() {
    assertThat(
            causes(
                finding(
                    AgentId.STREAM_ANALYST, 1, "stream.consumer-lag", "CONSUMER_LAG", "", "orders"),
                finding(AgentId.LOG_WATCHER, 2, "log.timeout", "TIMEOUT", "mail", "")))
        .isEmpty();
  }
}
