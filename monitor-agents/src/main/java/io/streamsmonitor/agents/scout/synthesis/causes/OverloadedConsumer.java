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

/** Lag on a stream and time-outs of the service that reads it: the consumer is overloaded. */
@AutoService(CauseRule.class)
public final class OverloadedConsumer extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.overloaded-consumer",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Overloaded consumer",
              "Time-outs of a consumer that is behind are a symptom: it takes more than it can do. A longer time-out only hides the lag.",
              "Scale the group out (more consumers of the same group), make the handler faster, or hold the producer back; leave the time-out alone.")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  public OverloadedConsumer() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("CONSUMER_LAG").stream().filter(f -> !Words.STANDS.in(f)).toList();
  }

  private List<Finding> late(Cluster c) {
    return Stream.concat(c.category("TIMEOUT").stream(), waitingForIt(c)).toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> late = late(c);
    return late.isEmpty()
        ? late
        : Stream.concat(
                late.stream(),
                Stream.concat(
                    c.category("RETRY_STORM").stream(), c.rule("stream.unread-trimmed").stream()))
            .toList();
  }

  /** Who waits for an answer of the consumer, and does not blame anything else for it. */
  private Stream<Finding> waitingForIt(Cluster c) {
    boolean slower = causes(c).stream().anyMatch(Words.READS_ON::in);
    return Stream.concat(
            c.downstream().stream(), slower ? c.upstream().stream() : Stream.<Finding>empty())
        .filter(f -> f.ruleId().equals("log.timeout") && f.occurrences() >= Cluster.RECURRING)
        .filter(f -> !Words.DEPENDENCY.in(f));
  }

  @Override
  String sentence(String stream) {
    return "The consumer of stream "
        + stream
        + " is overloaded: its time-outs follow from the lag, they do not cause it";
  }
}
