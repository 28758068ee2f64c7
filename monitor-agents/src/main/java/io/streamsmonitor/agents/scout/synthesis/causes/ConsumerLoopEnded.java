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

  /** What waits; and, where something does, the failures that ended the loop. */
  private static List<Finding> waiting(Cluster c, List<Finding> waiting) {
    return waiting.isEmpty()
        ? waiting
        : Stream.concat(waiting.stream(), c.category("BUG", "CRASH").stream().filter(c::speaks))
            .toList();
  }

  private static final String[] ENDS = {"log.process-ended", "log.restart-loop", "session.service"};

  public ConsumerLoopEnded() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> code = c.rule("code.consumer-loop-ends");
    return code.isEmpty() ? lastWords(c) : code;
  }

  /** Without its code: a failure that came once, and after it no consumer showed itself. */
  private static List<Finding> lastWords(Cluster c) {
    List<Finding> stopped = c.rule("stream.").stream().filter(Words.STOPPED::in).toList();
    boolean ended = !c.rule(ENDS).isEmpty();
    return ended
        ? List.of()
        : c.category("BUG", "CRASH").stream()
            .filter(f -> f.occurrences() < Cluster.RECURRING)
            .filter(f -> stopped.stream().anyMatch(s -> !s.firstSeen().isBefore(f.firstSeen())))
            .toList();
  }

  @Override
  public int specificity(Cluster c) {
    return c.rule("code.consumer-loop-ends").isEmpty() ? 1 : specificity();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return waiting(c, c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE")).stream()
        .filter(f -> !causes(c).contains(f))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "The loop that reads stream " + stream + " ended at an exception, its service lives on";
  }
}
