package io.streamsmonitor.agents.scout.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns that tell one kind of error from another by its words, each with its counterpart. */
class SilentCausesTest {
  private static final String FLEET =
      "{'scenario': 's', 'expect': [], 'services': {'shop': {'writes': ['orders']}, 'billing':"
          + " {'reads': ['orders/billing'], 'writes': ['invoices']}, 'post': {'reads':"
          + " ['invoices/post']}}}";

  @TempDir Path folder;

  private List<String> causes(String... findings) {
    return CausalScenario.sketch(FLEET, findings).answer(folder).causes();
  }

  private static String log(String rule, String service, String evidence) {
    return "{'at': 60, 'rule': '%s', 'service': '%s', 'times': 5, 'evidence': '%s'}"
        .formatted(rule, service, evidence);
  }

  private static String stream(String rule, String stream, String group, String evidence) {
    return "{'at': 70, 'rule': '%s', 'stream': '%s', 'group': '%s', 'evidence': '%s'}"
        .formatted(rule, stream, group, evidence);
  }

  private static final String UNBOUNDED =
      "{'at': 30, 'rule': 'stream.unbounded', 'stream': 'orders', 'evidence': 'length 900000'}";

  @Test
  void firesWhenRedisRefusesWritesWhileAStreamIsNeverTrimmed() {
    assertThat(
            causes(
                UNBOUNDED,
                log(
                    "log.runtime-error",
                    "shop",
                    "OOM command not allowed when used memory > maxmemory")))
        .containsExactly("cause.redis-memory orders");
  }

  @Test
  void staysSilentOnRedisMemoryWhenAServiceRunsOutOfItsOwn() {
    assertThat(
            causes(
                UNBOUNDED, log("log.out-of-memory", "shop", "OutOfMemoryError: Java heap space")))
        .doesNotContain("cause.redis-memory orders");
    assertThat(causes(UNBOUNDED)).containsExactly("cause.flood-without-maxlen orders");
  }

  @Test
  void firesWhenRedisIsLostAndServicesLoseTheirConnections() {
    assertThat(
            causes(
                "{'at': 55, 'rule': 'session.redis-lost', 'evidence': 'PING timed out'}",
                log("log.timeout", "billing", "RedisConnectionException: Redis timed out")))
        .containsExactly("cause.redis-outage Redis");
  }

  @Test
  void staysSilentOnAnOutageWhenRedisAnswersOrTheErrorsAreOfSomethingElse() {
    assertThat(
            causes(
                log("log.timeout", "billing", "RedisConnectionException: Redis timed out"),
                log("log.timeout", "post", "RedisConnectionException: Redis timed out")))
        .isEmpty();
    assertThat(
            causes(
                "{'at': 55, 'rule': 'session.redis-lost', 'evidence': 'PING timed out'}",
                log("log.runtime-error", "post", "template welcome not found")))
        .isEmpty();
  }

  @Test
  void firesWhenRedisRefusesAServiceAndItsGroupWaits() {
    assertThat(
            causes(
                log(
                    "log.runtime-error",
                    "billing",
                    "NOPERM this user has no permissions for xreadgroup"),
                stream("stream.dead-consumer", "orders", "billing", "consumers 0 lag 55")))
        .containsExactly("cause.redis-refusal orders");
  }

  @Test
  void staysSilentOnARefusalByAnotherServerAndNamesTheServiceWhereNoWorkWaits() {
    assertThat(
            causes(
                log("log.runtime-error", "billing", "401 invalid token for bank gateway"),
                stream("stream.dead-consumer", "orders", "billing", "consumers 0 lag 55")))
        .doesNotContain("cause.redis-refusal orders");
    assertThat(causes(log("log.runtime-error", "billing", "NOPERM this user has no permissions")))
        .containsExactly("cause.redis-refusal billing");
  }

  @Test
  void firesWhenWhatAConsumerCallsIsSlow() {
    assertThat(
            causes(
                log("log.timeout", "billing", "POST https://bank.example/pay timed out"),
                stream("stream.consumer-lag", "orders", "billing", "lag 340")))
        .containsExactly("cause.slow-dependency orders");
  }

  @Test
  void staysSilentOnADependencyWhenTheTimeOutIsTheHandlersOrRedis() {
    assertThat(
            causes(
                log("log.timeout", "billing", "handler did not finish in 2000 ms"),
                stream("stream.consumer-lag", "orders", "billing", "lag 340")))
        .containsExactly("cause.overloaded-consumer orders");
    assertThat(
            causes(
                log("log.timeout", "billing", "JedisConnectionException: read timed out"),
                stream("stream.consumer-lag", "orders", "billing", "lag 340")))
        .doesNotContain("cause.slow-dependency orders");
  }

  @Test
  void firesWhenEntriesWereTrimmedBeforeTheyWereRead() {
    assertThat(
            causes(
                stream(
                    "stream.stuck-message", "orders", "billing", "12 ghost entries, payload gone"),
                "{'at': 80, 'rule': 'stream.consumer-lag', 'stream': 'orders', 'group': 'billing',"
                    + " 'evidence': 'lag 4000'}",
                log("log.runtime-error", "billing", "entry of orders is nil, skipped")))
        .containsExactly("cause.trimmed-unread orders");
  }

  @Test
  void staysSilentOnTrimmingWhenTheEntriesAreStillThere() {
    assertThat(
            causes(
                stream("stream.stuck-message", "orders", "billing", "12 entries idle 90 s"),
                log("log.runtime-error", "billing", "entry of orders is nil, skipped")))
        .doesNotContain("cause.trimmed-unread orders");
  }

  @Test
  void firesWhenAStreamStallsAndWhatHangsOnItGoesSilent() {
    assertThat(
            causes(
                stream("stream.dead-consumer", "orders", "billing", "consumers 0 lag 55"),
                log("log.silent-service", "post", "no line for 90 s")))
        .containsExactly("cause.downstream-stall orders");
  }

  @Test
  void staysSilentOnAStallWhenTheSilentServiceIsUpstream() {
    assertThat(
            causes(
                stream("stream.dead-consumer", "invoices", "post", "consumers 0 lag 55"),
                log("log.silent-service", "shop", "no line for 90 s")))
        .containsExactly("cause.dead-group invoices");
  }

  @Test
  void firesWhenEachReadFailsForWantOfTheGroup() {
    assertThat(
            causes(
                "{'at': 1, 'rule': 'code.group-never-created', 'stream': 'orders', 'group':"
                    + " 'billing', 'service': 'billing', 'file': 'B.java', 'line': 9}",
                log("log.runtime-error", "billing", "NOGROUP No such key or consumer group")))
        .containsExactly("cause.missing-group orders");
  }

  @Test
  void staysSilentOnAMissingGroupWhenNoReadFails() {
    assertThat(
            causes(
                "{'at': 1, 'rule': 'code.group-never-created', 'stream': 'orders', 'group':"
                    + " 'billing', 'service': 'billing', 'file': 'B.java', 'line': 9}",
                log("log.runtime-error", "billing", "template welcome not found")))
        .isEmpty();
  }

  @Test
  void firesWhenAServiceCannotListenAndItsPortIsConfiguredTwice() {
    assertThat(
            causes(
                "{'at': 0, 'rule': 'config.port-conflict', 'service': 'post', 'evidence': '8081'}",
                log("log.runtime-error", "post", "java.net.BindException: Address already in use")))
        .containsExactly("cause.port-conflict post");
  }

  @Test
  void staysSilentOnASchemaBreakWhenTheErrorIsNotOfTheStream() {
    String drift =
        "{'at': 5, 'rule': 'config.schema-drift', 'service': 'shop', 'stream': 'orders',"
            + " 'evidence': 'undocumented express'}";
    String once =
        "{'at': 60, 'rule': 'log.stack-trace', 'service': 'shop', 'times': 1, 'evidence':"
            + " 'BindException: Address already in use'}";
    assertThat(causes(drift, once)).isEmpty();
    assertThat(causes(drift, log("log.stack-trace", "billing", "no field express in orders")))
        .containsExactly("cause.schema-break orders");
  }

  @Test
  void staysSilentOnTrimmingThatFollowsFromTimeOuts() {
    assertThat(
            causes(
                stream("stream.unread-trimmed", "orders", "billing", "lost 200"),
                stream("stream.consumer-lag", "orders", "billing", "lag 340"),
                log("log.timeout", "billing", "handler did not finish in 2000 ms")))
        .containsExactly("cause.overloaded-consumer orders");
  }

  @Test
  void staysSilentOnAPortConflictWhenBothServicesRun() {
    assertThat(
            causes(
                "{'at': 0, 'rule': 'config.port-conflict', 'service': 'post', 'evidence': '8081'}",
                log("log.runtime-error", "post", "template welcome not found")))
        .isEmpty();
  }
}
