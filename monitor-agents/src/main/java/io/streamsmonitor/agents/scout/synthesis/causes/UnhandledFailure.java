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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Errors or traces of a service, and work that piles up on the stream it reads. */
@AutoService(CauseRule.class)
public final class UnhandledFailure extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.failing-handler",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failing handler",
              "A handler that throws leaves its entries unacknowledged; the trace shows where.",
              "Mend the first own frame of the trace, then let claimed entries be handled again.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  private static final Pattern COUNT = Pattern.compile("^(\\d{1,9}) entr");
  private static final int FACTOR = 3;

  public UnhandledFailure() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 0;
  }

  /** Where many entries fail at every delivery, it is the handler that cannot do its work. */
  @Override
  public int specificity(Cluster c) {
    return failing(c).isEmpty() || c.rule("log.stack-trace").isEmpty() ? specificity() : 2;
  }

  private static List<Finding> failing(Cluster c) {
    return c.category("DELIVERY_FAILURE").stream()
        .filter(f -> PoisonMessage.ALL.matcher(f.title()).find())
        .toList();
  }

  /**
   * Whether failures are too many for what waits: entries that were delivered once and wait are no
   * more than the failures that left them.
   */
  private static boolean tooMany(Cluster c, Finding log) {
    if (c.speaks(log) || !c.category("CONSUMER_LAG", "DELIVERY_FAILURE").isEmpty()) {
      return false;
    }
    long waiting =
        c.category("STUCK_MESSAGE").stream()
            .map(f -> COUNT.matcher(f.title()))
            .mapToLong(m -> m.find() ? Long.parseLong(m.group(1)) : 0)
            .sum();
    return waiting > 0 && log.occurrences() > FACTOR * waiting;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("BUG", "CRASH", "MEMORY_LEAK").stream()
        .filter(c::tied)
        .filter(f -> !Words.NO_REDIS.in(f) && !f.ruleId().equals("log.restart-loop"))
        .filter(f -> !tooMany(c, f))
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return Stream.concat(
            c.category("STUCK_MESSAGE", "MISSING_ACK", "CONSUMER_LAG", "DEAD_CONSUMER").stream(),
            failing(c).stream())
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "The handler of stream " + stream + " fails, and its entries wait";
  }
}
