package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A group is read that no code creates. */
@AutoService(CodeRule.class)
public final class GroupNeverCreated implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.group-never-created",
              "ARCHITECTURE",
              Severity.MEDIUM,
              "A group is read that nothing creates",
              "The other groups of these services are created by code, this one by nobody: in a new environment the first read fails with NOGROUP.",
              "Create the group with MKSTREAM when the consumer starts.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    if (view.calls(Op.CREATE_GROUP).findAny().isEmpty()) {
      return;
    }
    view.calls(Op.GROUP_READ)
        .filter(c -> c.client() != Client.ENVELOPE)
        .filter(c -> c.streamName().isPresent() && c.groupName().isPresent())
        .filter(c -> !created(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "On an empty Redis the read fails until somebody creates the group.")
                    .recommendation(
                        "Create group \""
                            + c.groupName().orElse("")
                            + "\" on "
                            + StreamNames.of(c)
                            + " before the first read.")
                    .after(Fixes.createGroup(c))
                    .to(out));
  }

  /** Another group created on the same stream is the business of the rule on names that differ. */
  private static boolean created(CodeView view, StreamCall read) {
    String stream = read.streamName().orElse("");
    return view.calls(Op.CREATE_GROUP).anyMatch(o -> Certainty.mayBeOn(o, stream));
  }
}
