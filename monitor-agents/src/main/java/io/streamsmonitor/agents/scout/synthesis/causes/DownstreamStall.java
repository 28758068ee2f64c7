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
import java.util.Set;
import java.util.stream.Stream;

/** A stream that stalls, and services further down that hear nothing more. */
@AutoService(CauseRule.class)
public final class DownstreamStall extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.downstream-stall",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Downstream stall",
              "A service that gets no input writes nothing, and one that waits for its output to be taken reads nothing: both are healthy, the fault is where the stream stalls.",
              "Mend the stalled group; leave the services around it alone, they go on by themselves.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  private static final Set<String> STARVED =
      Set.of("log.silent-service", "log.no-output", "stream.orphaned");

  public DownstreamStall() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  public int specificity(Cluster c) {
    return heldUp(c).isEmpty() ? specificity() : 3;
  }

  /**
   * A writer that waits for the stream to empty: it says so, again and again, and what it reads
   * waits as well. It looks overloaded and is only held up.
   */
  private static List<Finding> heldUp(Cluster c) {
    List<Finding> said =
        c.upstream().stream()
            .filter(f -> f.ruleId().startsWith("log.") && Words.WAITS.in(f))
            .filter(f -> c.speaks(f) || c.namesGroup(f))
            .filter(f -> f.occurrences() >= Cluster.RECURRING)
            .toList();
    List<Finding> waiting =
        c.upstream().stream()
            .filter(f -> f.category().equals("CONSUMER_LAG") && !c.entity().equals(f.stream()))
            .toList();
    return said.isEmpty() || waiting.isEmpty()
        ? List.of()
        : Stream.concat(said.stream(), waiting.stream()).toList();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "SERVICE_DOWN", "CRASH");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return heldUp(c).isEmpty()
        ? c.downstream().stream().filter(f -> STARVED.contains(f.ruleId())).toList()
        : heldUp(c);
  }

  @Override
  String sentence(String stream) {
    return "Stream " + stream + " stalls, and services around it starve or are held up by it";
  }
}
