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

/** On one stream, a service creates one group and reads another. */
@AutoService(CodeRule.class)
public final class GroupNamesDiffer implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.group-names-differ",
              "ARCHITECTURE",
              Severity.HIGH,
              "A group is read under another name than it is created",
              "A read from a group that does not exist fails with NOGROUP, and the group that "
                  + "was created collects entries for nobody.",
              "Create and read the group by one constant or one setting.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> c.groupName().isPresent() && c.streamName().isPresent())
        .filter(
            c -> view.calls(Op.CREATE_GROUP).noneMatch(o -> sameStream(o, c) && !otherGroup(o, c)))
        .forEach(
            c ->
                view.siblings(c, Op.CREATE_GROUP)
                    .filter(o -> sameStream(o, c) && otherGroup(o, c) && unread(view, o))
                    .findFirst()
                    .ifPresent(o -> say(c, o, out)));
  }

  private static boolean sameStream(StreamCall a, StreamCall b) {
    return a.streamName().isEmpty() || a.streamName().equals(b.streamName());
  }

  /** Whether both names are certain and differ. */
  private static boolean otherGroup(StreamCall a, StreamCall b) {
    return a.groupName().isPresent()
        && b.groupName().isPresent()
        && !a.groupName().equals(b.groupName());
  }

  private static boolean unread(CodeView view, StreamCall created) {
    return view.calls(Op.GROUP_READ)
        .noneMatch(r -> sameStream(r, created) && !otherGroup(r, created));
  }

  private static void say(StreamCall read, StreamCall created, Consumer<Draft> out) {
    String is = read.groupName().orElse("");
    String made = created.groupName().orElse("");
    CodeFinding.of(read, INFO)
        .related(created.at())
        .hypothesis(
            "Group "
                + made
                + " is created on "
                + StreamNames.of(read)
                + ", but "
                + is
                + " is read.")
        .recommendation("Use one name on " + StreamNames.of(read) + ": " + made + " or " + is + ".")
        .after("static final String GROUP = \"" + made + "\";")
        .to(out);
  }
}
