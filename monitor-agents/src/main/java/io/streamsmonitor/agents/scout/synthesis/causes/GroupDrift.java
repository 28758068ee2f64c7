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
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A group that nobody reads, and a name that differs between code, configuration and Redis. */
@AutoService(CauseRule.class)
public final class GroupDrift extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.group-drift",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Group name drift",
              "The group that Redis keeps is not the one that the code reads: its entries wait for a reader that will never come.",
              "Make code and configuration agree on one group name, create that group, and destroy the other once it is drained.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  public GroupDrift() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  /**
   * Names that differ; a group that nobody declares is one only where a declared one is like it.
   */
  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> names = c.rule("config.group-");
    boolean stranger =
        names.stream()
            .allMatch(f -> f.ruleId().equals("config.group-undeclared") && !likeAnother(f));
    return stranger ? List.of() : names;
  }

  /** Whether the group that the finding names first is spelt like one that it names after it. */
  private static boolean likeAnother(Finding undeclared) {
    List<String> names =
        QUOTED
            .matcher(undeclared.title())
            .results()
            .map(name -> name.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
            .toList();
    // The second name is the stream's.
    return names.stream()
        .skip(2)
        .anyMatch(known -> known.startsWith(names.get(0)) || names.get(0).startsWith(known));
  }

  /** What waits; and, where something does, the errors of those who ask for the wrong group. */
  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> waiting = c.category("DEAD_CONSUMER", "CONSUMER_LAG");
    return waiting.isEmpty()
        ? List.of()
        : Stream.concat(
                waiting.stream(),
                c.rule("log.").stream().filter(f -> f.evidence().contains("NOGROUP")))
            .toList();
  }

  @Override
  String sentence(String stream) {
    return "The group names on stream "
        + stream
        + " differ between code, configuration and Redis, so that a group is read by nobody";
  }
}
