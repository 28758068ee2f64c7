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
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An entry that is delivered again and again, and the failing handler. */
@AutoService(CauseRule.class)
public final class PoisonMessage extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.poison-message",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Poison message",
              "An entry that no delivery can finish blocks its consumer and fills the log; only a dead letter ends it.",
              "Mend the handler for this payload, and move entries to a dead-letter stream after a few deliveries.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  private static final Set<String> FAILURES = Set.of("BUG", "CRASH", "RETRY_STORM", "ANOMALY");

  /** Entries that fail together, in the words of their rule. */
  private static final Pattern MANY = Pattern.compile("^\\d+ entries\\b");

  /** So many that no entry is special: what fails is the handler. */
  static final Pattern ALL = Pattern.compile("^\\d{2,} entries\\b");

  /** So many failures are its trace, however often it was delivered before anybody looked. */
  private static final long ENOUGH = 40;

  /** How often an entry is delivered at least before it is a finding. */
  private static final long LEAST = 4;

  public PoisonMessage() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> failing = c.category("DELIVERY_FAILURE");
    // A reader that dies each time fails whole batches: no entry of them is the cause.
    Pattern common = c.rule("log.restart-loop").isEmpty() ? ALL : MANY;
    return failing.stream().filter(f -> !common.matcher(f.title()).find()).toList();
  }

  /** What waits, and failures that name the entry or come as often as it is delivered. */
  @Override
  List<Finding> symptoms(Cluster c) {
    long deliveries = deliveries(causes(c));
    List<Finding> shown =
        Stream.concat(
                c.category("STUCK_MESSAGE").stream(),
                c.rule("log.").stream()
                    .filter(f -> FAILURES.contains(f.category()))
                    .filter(
                        f -> c.speaks(f) || 2 * f.occurrences() >= Math.min(deliveries, ENOUGH)))
            .toList();
    return shown.stream().noneMatch(f -> f.ruleId().startsWith("log."))
        ? shown
        : Stream.concat(
                shown.stream(),
                c.rule("code.no-dead-letter", "code.pending-without-delivery-cap").stream())
            .toList();
  }

  private static long deliveries(List<Finding> failures) {
    return failures.stream()
        .map(f -> f.details().get("metrics"))
        .map(m -> m instanceof Map<?, ?> map ? map.get("deliveryCount") : null)
        .mapToLong(n -> n instanceof Number number ? number.longValue() : LEAST)
        .max()
        .orElse(LEAST);
  }

  @Override
  String sentence(String stream) {
    return "An entry of stream "
        + stream
        + " fails at every delivery: the handler's errors are its trace";
  }
}
