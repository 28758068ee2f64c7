package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A loop that ends at its first exception in a service that lives on. */
@AutoService(CauseRule.class)
public final class ConsumerLoopEnded extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.consumer-loop-ended",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Consumer loop ended",
              "The process is up and its health check green, but nobody reads any more.",
              "Catch inside the loop, log with the message id, go on; let the process end where it cannot.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  /** Within which time a group that stands still is noticed. */
  private static final Duration NOTICED = Duration.ofMinutes(2);

  /** What waits; and, where something does, the failures that ended the loop. */
  private static List<Finding> waiting(Cluster c, List<Finding> waiting) {
    List<Finding> last = last(c);
    return waiting.isEmpty()
        ? waiting
        : Stream.concat(waiting.stream(), c.category("BUG", "CRASH").stream().filter(c::speaks))
            .filter(f -> !last.contains(f))
            .toList();
  }

  public ConsumerLoopEnded() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  public int specificity(Cluster c) {
    return c.rule("code.consumer-loop-ends").isEmpty() ? 2 : specificity();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return Stream.concat(c.rule("code.consumer-loop-ends").stream(), last(c).stream()).toList();
  }

  /**
   * What a reader said last before its group stood still: a thread's end, or one failure that never
   * came again, of a service that neither ended nor fell silent.
   */
  private static List<Finding> last(Cluster c) {
    List<Finding> dead = c.category("DEAD_CONSUMER");
    boolean gone =
        !c.rule(
                "log.restart-loop",
                "log.process-ended",
                "log.silent",
                "log.no-output",
                "session.service")
            .isEmpty();
    return gone
        ? List.of()
        : c.category("BUG", "CRASH").stream()
            .filter(f -> f.ruleId().equals("log.stack-trace") || f.ruleId().equals("log.crash"))
            .filter(f -> Words.THREAD_ENDED.in(f) || f.occurrences() < Cluster.RECURRING)
            .filter(f -> dead.stream().anyMatch(d -> justBefore(f, d)))
            .toList();
  }

  private static boolean justBefore(Finding failure, Finding dead) {
    return !failure.firstSeen().isAfter(dead.firstSeen())
        && failure.firstSeen().plus(NOTICED).isAfter(dead.firstSeen());
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return waiting(c, c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE"));
  }

  @Override
  String sentence(String stream) {
    return "The loop that reads stream " + stream + " ended at an exception, its service lives on";
  }
}
