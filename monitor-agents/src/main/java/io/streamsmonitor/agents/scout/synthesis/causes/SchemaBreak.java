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
import java.util.regex.Pattern;
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

  private static final Pattern FIELD = Pattern.compile("\"([\\w.-]{2,60})\"|\\[([\\w.-]{2,60})\\]");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Readers whose errors name a field of those that differ leave no doubt. */
  @Override
  public int specificity(Cluster c) {
    return c.whole() ? 3 : specificity();
  }

  private static List<Finding> naming(Cluster c) {
    List<Finding> causes = causes(c);
    List<Pattern> fields =
        causes.stream()
            .flatMap(f -> FIELD.matcher(f.title() + " " + f.text("hypothesis")).results())
            .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
            .filter(name -> !name.equals(c.entity()))
            .distinct()
            .map(name -> Pattern.compile("[\"'`\\[.]" + Pattern.quote(name) + "[\"'`\\](]"))
            .toList();
    return c.category("BUG", "CRASH", "RETRY_STORM").stream()
        .filter(f -> f.ruleId().startsWith("log."))
        .filter(
            f ->
                fields.stream().anyMatch(name -> name.matcher(f.evidence()).find())
                    || causes.stream().anyMatch(at -> Traces.passes(f, at)))
        .toList();
  }

  private static List<Finding> causes(Cluster c) {
    return Stream.concat(
            c.category("SCHEMA_DRIFT", "SCHEMA_INCONSISTENCY").stream(),
            c.rule("code.field-never-written").stream())
        .toList();
  }

  /** Of the whole stream what surely fails for its fields, of one group what may. */
  private static List<Finding> symptoms(Cluster c) {
    if (!c.whole()) {
      return c.category("BUG", "DELIVERY_FAILURE", "SCHEMA_INCONSISTENCY").stream()
          .filter(f -> !f.ruleId().startsWith("log.") || c.tied(f))
          .toList();
    }
    List<Finding> naming = naming(c);
    return naming.isEmpty()
        ? naming
        : Stream.concat(naming.stream(), c.category("DELIVERY_FAILURE", "STUCK_MESSAGE").stream())
            .toList();
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    List<Finding> causes = causes(c);
    List<Finding> symptoms = symptoms(c);
    if (c.stream()
        && !causes.isEmpty()
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
