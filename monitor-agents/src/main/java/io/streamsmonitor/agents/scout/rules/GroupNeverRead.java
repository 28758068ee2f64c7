package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A group is created that no code reads. */
@AutoService(CodeRule.class)
public final class GroupNeverRead implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.group-never-read",
              "ARCHITECTURE",
              Severity.MEDIUM,
              "A group is created that nothing reads",
              "Its lag grows with every entry, alarms on lag ring for nobody, and who trims by what groups have read never trims.",
              "Remove the group, or start its reader.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    boolean blind =
        view.calls(Op.GROUP_READ).findAny().isEmpty()
            || !Certainty.allNamed(view.calls(Op.GROUP_READ));
    if (blind) {
      return;
    }
    view.calls(Op.CREATE_GROUP)
        .filter(c -> c.streamName().isPresent() && c.groupName().isPresent())
        .filter(c -> view.calls(Op.GROUP_READ).noneMatch(r -> reads(r, c)))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "Group \"" + c.groupName().orElse("") + "\" collects entries for nobody.")
                    .recommendation(
                        "Find the reader of group \""
                            + c.groupName().orElse("")
                            + "\" on "
                            + StreamNames.of(c)
                            + ", or destroy the group.")
                    .to(out));
  }

  /** A group of the same stream under another name is the business of the rule on names. */
  private static boolean reads(StreamCall read, StreamCall created) {
    boolean sameService = read.file().service().equals(created.file().service());
    return Certainty.mayBeOn(read, created.streamName().orElse(""))
        && (Certainty.mayBe(read.group(), created.groupName().orElse("")) || sameService);
  }
}
