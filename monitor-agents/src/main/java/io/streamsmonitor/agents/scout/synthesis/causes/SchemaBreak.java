package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Entries whose fields differ from what is documented or read, and the errors of a reader. */
@AutoService(CauseRule.class)
public final class SchemaBreak implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.schema-break",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Schema break",
              "A producer changed its fields; a reader that does not know them fails or drops them.",
              "Raise schemaVersion, document the fields, and let readers accept both for a time.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream() || c.whole()) {
      return;
    }
    List<Finding> causes =
        Stream.concat(
                c.category("SCHEMA_DRIFT", "SCHEMA_INCONSISTENCY").stream(),
                c.rule("code.field-never-written").stream())
            .toList();
    List<Finding> symptoms =
        c.category("BUG", "DELIVERY_FAILURE", "SCHEMA_INCONSISTENCY").stream()
            .filter(f -> !f.ruleId().startsWith("log.") || c.tied(f))
            .toList();
    if (!causes.isEmpty()
        && !symptoms.isEmpty()
        && c.agents().size() > 1
        && !causes.equals(symptoms)) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "The entries of stream "
                  + c.entity()
                  + " changed their fields, and not everybody knows"));
    }
  }
}
