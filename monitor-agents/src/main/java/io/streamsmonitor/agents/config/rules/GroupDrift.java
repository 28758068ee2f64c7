package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** Code reads with a group that configuration, documents or monitor.yml call otherwise. */
@AutoService(ConfigRule.class)
public final class GroupDrift implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.group-drift",
          "CONFIG_DRIFT",
          Severity.CRITICAL,
          "Code uses a consumer group that is declared under another name",
          "Whoever follows the declaration looks at, scales or resets the wrong group; a group by a"
              + " new name starts at its own position. The specification makes any mismatch CRITICAL.",
          "Take the group's name from the configuration in code, or correct the declaration.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    CodeGroups code = new CodeGroups(view.code());
    for (CodeGroups.Key key : code.keys()) {
      List<Declaration> against = new DeclaredGroups(view, code).against(key);
      if (!against.isEmpty()) {
        out.accept(draft(key, code.uses(key), against));
      }
    }
  }

  private static Draft draft(CodeGroups.Key key, List<CodeUse> uses, List<Declaration> declared) {
    String group = key.group();
    String wanted = Discrepancy.quoted(declared.stream().map(Declaration::group).toList());
    String who = declared.get(0).origin().words();
    List<Location> places = declared.stream().map(Declaration::at).toList();
    String expected =
        "group " + wanted + " on stream \"" + key.stream() + "\" (" + declared.get(0).where() + ")";
    String actual = "group \"" + group + "\" in code";
    return Discrepancy.of(
            INFO, key.service(), expected, actual, uses.stream().map(CodeUse::at).toList(), places)
        .stream(key.stream())
        .group(group)
        .title(
            "Code uses group \""
                + group
                + "\" on \""
                + key.stream()
                + "\", "
                + who
                + " says "
                + wanted)
        .recommendation(
            "In "
                + uses.get(0).at().file()
                + " use group "
                + wanted
                + " on stream \""
                + key.stream()
                + "\", read from "
                + declared.get(0).where()
                + "; or correct the declaration there.");
  }
}
