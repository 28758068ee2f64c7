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

  /** A group that has stopped altogether is rarely stopped by too much work. */
  @Override
  public int specificity(Cluster c) {
    return stopped(c) ? 0 : specificity();
  }

  private static boolean stopped(Cluster c) {
    return c.category("CONSUMER_LAG").stream().allMatch(Words.STOPPED::in);
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("CONSUMER_LAG");
  }

  private List<Finding> late(Cluster c) {
    Stream<Finding> waiting = stopped(c) ? Stream.empty() : waitingForIt(c);
    return Stream.concat(c.category("TIMEOUT").stream(), waiting).toList();
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

  /** A group that reads, and reads slower than is written, has too much to do whatever it says. */
  @Override
  List<Finding> alone(Cluster c) {
    List<Finding> behind = c.category("CONSUMER_LAG").stream().filter(Words.READS_ON::in).toList();
    return behind.isEmpty()
        ? behind
        : Stream.concat(behind.stream(), c.category("STREAM_GROWING").stream()).toList();
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    return "Group "
        + group(alone)
        + " cannot keep up with stream "
        + c.entity()
        + ": entries arrive faster than it handles them";
  }
}
