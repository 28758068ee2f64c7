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

/** A service that stopped writing, and a group that waits for it. */
@AutoService(CauseRule.class)
public final class SilentConsumer extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.silent-consumer",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Silent consumer",
              "A consumer that is stuck writes nothing; the waiting work shows that it is not merely idle.",
              "Take a thread dump of the service; bound every call it makes with a time-out.")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  public SilentConsumer() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> silent = c.rule("log.silent", "log.no-output");
    return silent.isEmpty()
        ? silent
        : Stream.concat(silent.stream(), c.rule("code.silent-catch").stream()).toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> waiting = c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE");
    boolean waits =
        c.rule("log.silent").isEmpty()
            ? waiting.stream().anyMatch(Words.STANDS::in) // a log that was never there says little
            : waiting.stream().noneMatch(Words.READS_ON::in);
    return waits ? waiting : List.of();
  }

  @Override
  String sentence(String stream) {
    return "The service that reads stream " + stream + " went silent while work waits for it";
  }
}
