package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.rules.WantedGroups.Wanted;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A group that code or a declaration names, and that the stream in Redis does not have. */
@AutoService(ConfigRule.class)
public final class GroupNotInRedis implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.group-not-in-redis",
          "GROUP_NAME_MISMATCH",
          Severity.CRITICAL,
          "Redis does not have a consumer group that the fleet names",
          "Reads through a group that is not there fail with NOGROUP, and nobody reads for it. Judged"
              + " at half time and at the close, when services had time to create it.",
          "Create the group where the service starts, or correct its name.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Live live = view.live();
    if (live == null || !live.settled()) {
      return;
    }
    for (Wanted wanted : WantedGroups.of(view)) {
      live.stream(wanted.stream())
          .filter(s -> !Live.groups(s).contains(Name.of(wanted.group()).display()))
          .ifPresent(s -> out.accept(draft(wanted, s)));
    }
  }

  private static Draft draft(Wanted wanted, StreamSnapshot stream) {
    Set<String> there = Live.groups(stream);
    String name = stream.name().display();
    String has = there.isEmpty() ? "no group" : "the groups " + Discrepancy.quoted(there);
    String expected =
        "group \"" + wanted.group() + "\" on stream \"" + name + "\" (" + wanted.by() + ")";
    return Discrepancy.of(
            INFO, wanted.service(), expected, "Redis has " + has, wanted.places(), List.of())
        .stream(name)
        .group(wanted.group())
        .severity(wanted.severity())
        .title("Redis has no group \"" + wanted.group() + "\" on \"" + name + "\"; it has " + has)
        .recommendation(
            "Create it before reading: XGROUP CREATE "
                + name
                + " "
                + wanted.group()
                + " 0 MKSTREAM; or correct the name in "
                + wanted.places().get(0)
                + ".");
  }
}
