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

/** A stream that is read under a name that nobody writes. */
@AutoService(CauseRule.class)
public final class StreamNameDrift extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.stream-name-drift",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Stream name drift",
              "Writer and reader use different names: the one fills a stream that nobody reads, the other waits for ever without an error.",
              "Agree on one name in configuration, then replay what lies in the other stream.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public StreamNameDrift() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule(
        "config.stream-drift", "config.naming-inconsistency", "code.stream-never-written");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> unread =
        c.rule(
            "stream.orphaned",
            "stream.no-consumer-group",
            "config.rogue-stream",
            "log.silent-service",
            "log.no-output");
    return unread.isEmpty()
        ? unread
        : Stream.concat(unread.stream(), c.rule("stream.growing", "stream.unbounded").stream())
            .toList();
  }

  @Override
  String sentence(String stream) {
    return "Stream " + stream + " has one name where it is written and another where it is read";
  }
}
