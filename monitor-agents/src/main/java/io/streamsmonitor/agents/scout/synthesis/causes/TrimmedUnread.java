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

/** Entries that were trimmed away before they were handled. */
@AutoService(CauseRule.class)
public final class TrimmedUnread extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.trimmed-unread",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Trimming lost unread entries",
              "The cap of the stream is shorter than the backlog of its slowest group: what was removed can be acknowledged but never handled.",
              "Raise MAXLEN above the longest backlog, or trim by what every group has acknowledged (MINID); acknowledge what is gone.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  private static final String LOST = "stream.unread-trimmed";

  public TrimmedUnread() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  /** A consumer that times out or retries is late for that reason; the loss follows from it. */
  @Override
  public int specificity(Cluster c) {
    return c.category("TIMEOUT", "RETRY_STORM").isEmpty() ? specificity() : 1;
  }

  @Override
  public boolean proven(Cluster c) {
    return !c.rule(LOST).isEmpty();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return Stream.concat(
            c.rule(LOST).stream(),
            c.category("STUCK_MESSAGE", "DELIVERY_FAILURE", "CONSUMER_LAG").stream()
                .filter(f -> !f.ruleId().equals(LOST) && Words.TRIMMED.in(f)))
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.findings().stream()
        .filter(
            f ->
                f.ruleId().contains("trim")
                    || (f.ruleId().startsWith("log.") && c.tied(f))
                    || f.ruleId().equals("stream.consumer-lag")
                    || f.ruleId().equals("stream.dead-consumer"))
        .filter(f -> !f.ruleId().equals(LOST) && !Words.TRIMMED.in(f))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "Stream "
        + stream
        + " was trimmed below what its group had handled: those entries are lost";
  }
}
