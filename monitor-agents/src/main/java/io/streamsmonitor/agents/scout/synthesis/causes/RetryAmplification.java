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

/** A retry storm in the log of a service whose stream falls behind. */
@AutoService(CauseRule.class)
public final class RetryAmplification extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.retry-amplification",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Retries amplify a failure",
              "Retrying at once and for ever turns one failure into load that delays everything behind it.",
              "Retry with backoff and jitter, a few times, then dead-letter.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  public RetryAmplification() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 0;
  }

  @Override
  public int specificity(Cluster c) {
    return again(c).isEmpty() ? specificity() : 3;
  }

  /** A writer that publishes the same again and again, by its own words or by its code. */
  private static List<Finding> again(Cluster c) {
    List<Finding> storms =
        c.upstream().stream()
            .filter(f -> f.category().equals("RETRY_STORM"))
            .filter(f -> Words.PUBLISHES.in(f) || c.speaks(f))
            .toList();
    return storms.isEmpty()
        ? storms
        : Stream.concat(
                storms.stream(),
                c.upstream().stream().filter(f -> f.ruleId().equals("code.retry-without-pause")))
            .toList();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return Stream.concat(c.category("RETRY_STORM").stream(), again(c).stream()).toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("CONSUMER_LAG", "DELIVERY_FAILURE", "MISSING_ACK");
  }

  @Override
  String sentence(String stream) {
    return "Retries without pause hold up stream " + stream;
  }
}
