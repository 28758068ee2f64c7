package io.streamsmonitor.agents.scout.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Causes of a fleet without sources or declarations, shown by one agent alone. */
class LoneCausesTest {
  private static final String FLEET = "{'scenario': 's', 'expect': [], 'services': {}}";

  @TempDir Path folder;

  private List<String> causes(String... findings) {
    return CausalScenario.sketch(FLEET, findings).answer(folder).causes();
  }

  private static String log(String rule, String evidence) {
    return "{'at': 60, 'rule': '%s', 'service': 'billing', 'times': 5, 'evidence': '%s'}"
        .formatted(rule, evidence);
  }

  private static String stream(String rule, String hypothesis) {
    return "{'at': 70, 'times': 5, 'rule': '%s', 'stream': 'orders', 'group': 'money', 'hypothesis': '%s'}"
        .formatted(rule, hypothesis);
  }

  @Test
  void aGroupThatReadsTooSlowlyIsOverloaded() {
    assertThat(
            causes(
                stream(
                    "stream.consumer-lag",
                    "The group reads, but slower than entries arrive (+900 entries a minute)")))
        .containsExactly("cause.overloaded-consumer orders");
  }

  @Test
  void aGroupThatStandsStillIsDead() {
    assertThat(
            causes(
                stream(
                    "stream.consumer-lag",
                    "The group stopped: its read position does not move and no consumer shows"
                        + " itself"),
                stream("stream.dead-consumer", "All 1 consumers are ghosts")))
        .containsExactly("cause.dead-group orders");
  }

  @Test
  void aBurstIsNeither() {
    assertThat(causes(stream("stream.consumer-lag", "A backlog from before, or a burst")))
        .isEmpty();
  }

  @Test
  void aGroupThatNeverAcknowledgesMissesIt() {
    assertThat(
            causes(
                stream("stream.missing-ack", "pending only rises"),
                stream("stream.stuck-message", "nothing was seen acknowledged")))
        .containsExactly("cause.missing-ack orders");
  }

  @Test
  void entriesOfConsumersThatAreGoneArePinned() {
    assertThat(
            causes(
                stream(
                    "stream.stuck-message",
                    "Left behind by w-1, w-2 while others of the group read on")))
        .containsExactly("cause.ghost-consumers orders");
    assertThat(causes(stream("stream.stuck-message", "a slow handler"))).isEmpty();
  }

  @Test
  void whatRedisRefusesNamesItsCause() {
    assertThat(causes(log("log.runtime-error", "WRONGTYPE Operation against a key")))
        .containsExactly("cause.wrong-type billing");
    assertThat(causes(log("log.runtime-error", "WRONGPASS invalid username-password pair")))
        .containsExactly("cause.redis-refusal billing");
    assertThat(causes(log("log.out-of-memory", "OOM command not allowed when used memory")))
        .containsExactly("cause.redis-memory Redis");
    assertThat(causes(log("log.runtime-error", "type of the order is wrong"))).isEmpty();
  }

  @Test
  void aServiceThatEndsForWantOfAVariableSaysWhich() {
    assertThat(
            causes(
                log("log.stack-trace", "os.environ KeyError: MAPS_TOKEN is not set"),
                log("log.restart-loop", "billing starting")))
        .containsExactly("cause.missing-variable billing");
    assertThat(causes(log("log.stack-trace", "KeyError: customer"))).isEmpty();
  }

  @Test
  void aServiceThatKeepsEndingIsNamed() {
    assertThat(
            causes(
                log("log.restart-loop", "billing starting"), log("log.crash", "score table empty")))
        .containsExactly("cause.crash-loop billing");
  }

  @Test
  void aPortThatIsTakenExplainsTheEnd() {
    assertThat(
            causes(
                log("log.runtime-error", "listen tcp :8080: bind: address already in use"),
                log("log.process-ended", "exit code 1"),
                "{'at': 61, 'rule': 'session.service-exited', 'service': 'billing'}"))
        .containsExactly("cause.port-conflict billing");
  }

  @Test
  void aFailureAfterWhichNobodyReadsEndedTheLoop() {
    String stopped =
        stream("stream.dead-consumer", "All 1 consumers are ghosts").replace("money", "billing");
    assertThat(
            causes(
                log("log.crash", "NullPointerException in thread consumer-1").replace("5", "1"),
                stopped))
        .containsExactly("cause.consumer-loop-ended orders");
  }
}
