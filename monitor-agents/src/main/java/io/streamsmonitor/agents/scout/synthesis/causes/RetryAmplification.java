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
    return !again(c).isEmpty() || endless(c) ? 3 : insists(c) ? 2 : specificity();
  }

  /** A reader that says it tries again and again while its group stands, and nothing is late. */
  private static boolean insists(Cluster c) {
    List<Finding> storms = c.category("RETRY_STORM");
    return !late(c)
        && c.category("DELIVERY_FAILURE").isEmpty()
        && storms.stream().anyMatch(Words.TRIES_AGAIN::in)
        && storms.stream()
            .noneMatch(f -> Words.NO_GROUP.in(f) || Words.REFUSED.in(f) || Words.NO_REDIS.in(f));
  }

  private static boolean late(Cluster c) {
    return c.category("TIMEOUT").stream().anyMatch(Words.DEPENDENCY::in);
  }

  /** A reader whose code repeats without a pause, and whose log shows that it does. */
  private static boolean endless(Cluster c) {
    return !late(c)
        && c.rule("code.retry-without-pause").stream()
            .anyMatch(
                code ->
                    c.category("RETRY_STORM").stream()
                        .anyMatch(
                            storm ->
                                code.service() != null && code.service().equals(storm.service())));
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
    return Stream.of(
            c.category("RETRY_STORM"),
            again(c),
            endless(c) ? c.rule("code.retry-without-pause") : List.<Finding>of())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category(
        "CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "DELIVERY_FAILURE", "MISSING_ACK");
  }

  @Override
  String sentence(String stream) {
    return "Retries without pause hold up stream " + stream;
  }
}
