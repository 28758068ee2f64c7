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

/** A stream that only grows, and the XADD without MAXLEN that writes it. */
@AutoService(CauseRule.class)
public final class FloodWithoutCap extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.flood-without-maxlen",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Unbounded stream",
              "Nothing removes entries: memory grows until Redis evicts or refuses writes.",
              "Give the XADD a MAXLEN ~ that covers the longest outage of a consumer, or trim in one janitor.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public FloodWithoutCap() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.xadd-without-maxlen", "code.trim-setting-unused");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("UNBOUNDED_STREAM", "STREAM_GROWING");
  }

  @Override
  String sentence(String stream) {
    return "Stream " + stream + " grows without bound: the code that writes it gives no MAXLEN";
  }

  /** Growth says it without the code; where a group is behind, it grows for that. */
  @Override
  List<Finding> alone(Cluster c) {
    List<Finding> unbounded = c.rule("stream.unbounded");
    boolean behind = c.category("STREAM_GROWING").stream().anyMatch(Words.OUTRUNS::in);
    return unbounded.isEmpty() || behind
        ? List.of()
        : Stream.concat(unbounded.stream(), c.category("STREAM_GROWING").stream()).toList();
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    return "Stream " + c.entity() + " grows without bound: nothing caps or trims it";
  }
}
