package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A group is created in a way that fails while the stream is empty. */
@AutoService(CodeRule.class)
public final class GroupWithoutMkstream implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.group-without-mkstream",
              "RESILIENCE",
              Severity.MEDIUM,
              "XGROUP CREATE without MKSTREAM",
              "On a stream that has no entry yet XGROUP CREATE fails, so a consumer that "
                  + "starts before the first producer does not start.",
              "Create the group with MKSTREAM.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  /** The stream is made or looked for before. */
  private static final Pattern CHECKED = Pattern.compile("^(exists|hasKey|isExists|xadd)$");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.CREATE_GROUP)
        .filter(c -> c.options().complete() && !c.options().may("mkstream", "makestream"))
        .filter(c -> !Reach.says(c.method(), CHECKED))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "The first start on an empty Redis fails with: the XGROUP subcommand requires the key to exist.")
                    .recommendation("Create the group on " + StreamNames.of(c) + " with MKSTREAM.")
                    .after(Fixes.createGroup(c))
                    .to(out));
  }
}
