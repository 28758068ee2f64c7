package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A stream is read without a consumer group. */
@AutoService(CodeRule.class)
public final class ReadWithoutGroup implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.xread-without-group",
              "STREAM_ANTI_PATTERN",
              Severity.MEDIUM,
              "XREAD without consumer group",
              "Without a group nobody knows what was processed: no acknowledgement, no replay "
                  + "after a crash, no second consumer to share the work.",
              "Read with XREADGROUP and acknowledge what was processed.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ)
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "What was read before a crash is read again or never; progress is kept nowhere.")
                    .recommendation(
                        "Read "
                            + StreamNames.of(c)
                            + " through a consumer group and acknowledge each entry.")
                    .after(Fixes.group(c))
                    .to(out));
  }
}
