package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** The consumer name is a constant. */
@AutoService(CodeRule.class)
public final class ConstantConsumer implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.constant-consumer-name",
              "ARCHITECTURE",
              Severity.LOW,
              "Every replica reads under the same consumer name",
              "Two processes with one consumer name share one pending list: each takes "
                  + "unfinished entries of the other for its own.",
              "Take the name from the host or pod.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> c.consumer() instanceof NameValue.Const)
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("A second replica reads as the same consumer.")
                    .recommendation(
                        "Name the consumer of "
                            + StreamNames.of(c)
                            + " after its host, such as HOSTNAME.")
                    .after(
                        "String consumer = System.getenv().getOrDefault(\"HOSTNAME\", \"local\");")
                    .to(out));
  }
}
