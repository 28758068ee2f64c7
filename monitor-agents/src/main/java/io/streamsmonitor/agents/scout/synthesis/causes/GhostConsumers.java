package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Entries held by consumers that are gone, and code that never takes them over. */
@AutoService(CauseRule.class)
public final class GhostConsumers extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.ghost-consumers",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Ghost consumers pin pending entries",
              "A consumer that is gone keeps what it had in work; a new name at every start, or no claim, leaves it there for ever.",
              "Name consumers after their pod or host, claim idle entries (XAUTOCLAIM), then XGROUP DELCONSUMER the names that are gone.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  public GhostConsumers() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  /** Names that nobody uses hold what waits, while others of the group read on. */
  @Override
  public boolean proven(Cluster c) {
    return !seen(c).isEmpty()
        && symptoms(c).stream().anyMatch(f -> f.occurrences() >= Cluster.RECURRING);
  }

  private static List<Finding> seen(Cluster c) {
    boolean passing =
        c.category("STUCK_MESSAGE", "DEAD_CONSUMER").stream()
            .allMatch(f -> f.occurrences() < Cluster.RECURRING);
    return passing
        ? List.of()
        : c.rule("stream.competing-consumers", "stream.stuck-message").stream()
            .filter(Words.GHOSTS::in)
            .toList();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return heldByTheLiving(c) || !gone(c)
        ? List.of()
        : Stream.concat(
                c.rule("code.random-consumer-name", "code.pending-never-claimed").stream(),
                seen(c).stream())
            .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("STUCK_MESSAGE", "DEAD_CONSUMER").stream()
        .filter(f -> !seen(c).contains(f) || f.ruleId().equals("stream.stuck-message"))
        .toList();
  }

  /** Whether Redis shows that who holds what waits does nothing more. */
  private static boolean gone(Cluster c) {
    return !seen(c).isEmpty()
        || !c.category("DEAD_CONSUMER").isEmpty()
        || c.category("STUCK_MESSAGE").stream().anyMatch(Words.STANDS::in);
  }

  /** An error that names a waiting entry is of a handler that lives. */
  private static boolean heldByTheLiving(Cluster c) {
    List<String> waiting =
        c.category("STUCK_MESSAGE").stream().flatMap(f -> f.texts("messageIds").stream()).toList();
    return c.rule("log.").stream()
        .filter(f -> f.category().equals("BUG") || f.category().equals("CRASH"))
        .anyMatch(f -> waiting.stream().anyMatch(f.evidence()::contains));
  }

  @Override
  String sentence(String stream) {
    return "Entries of stream "
        + stream
        + " stay with the consumer that once read them: no code takes over what another left";
  }
}
