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

/** Reads of a group that is not there. */
@AutoService(CauseRule.class)
public final class MissingGroup extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.missing-group",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "A group that nobody created",
              "Every read fails with NOGROUP until somebody creates the group; what was added before may then be skipped.",
              "Create the group at start with MKSTREAM and from 0, and take BUSYGROUP for success.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public MissingGroup() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule(
        "code.group-never-created",
        "code.group-without-mkstream",
        "code.group-names-differ",
        "config.group-not-in-redis",
        "stream.no-consumer-group",
        "stream.group-gone");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.rule("log.").stream().filter(Words.NO_GROUP::in).toList();
  }

  @Override
  String sentence(String stream) {
    return "The group that reads stream " + stream + " does not exist, each read fails";
  }

  /** Redis says it itself, again and again. */
  @Override
  List<Finding> alone(Cluster c) {
    List<Finding> said = symptoms(c);
    boolean named =
        said.stream()
            .anyMatch(f -> c.entity().equals(f.stream()) && f.occurrences() >= Cluster.RECURRING);
    return named ? said : List.of();
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    return "Group "
        + group(alone)
        + " of stream "
        + c.entity()
        + " does not exist, each read of it fails";
  }
}
