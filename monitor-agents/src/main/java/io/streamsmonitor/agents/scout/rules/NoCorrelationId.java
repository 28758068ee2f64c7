package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Entries are added without an id that ties them to their cause. */
@AutoService(CodeRule.class)
public final class NoCorrelationId implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.no-correlation-id",
              "OBSERVABILITY_GAP",
              Severity.MEDIUM,
              "XADD without correlationId",
              "Without an id that travels with the entry, the log lines of the services that "
                  + "handle one request cannot be put together.",
              "Carry correlationId and traceId as fields of every entry; monitor-envelope "
                  + "does it.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.ADD)
        .filter(c -> c.client() != Client.ENVELOPE && !Correlation.carried(view, c))
        .filter(c -> !Marker.is(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "An entry of this stream cannot be followed back to the request that caused it.")
                    .recommendation(
                        "Add correlationId to the fields of entries on " + StreamNames.of(c) + ".")
                    .after(Fixes.correlated(c))
                    .to(out));
  }
}
