package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A group on a stream of the fleet that neither code nor any declaration names. */
@AutoService(ConfigRule.class)
public final class GroupUndeclared implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.group-undeclared",
          "GROUP_NAME_MISMATCH",
          Severity.CRITICAL,
          "Redis has a consumer group that nobody in the fleet names",
          "Either a service reads by another name than it declares, or the group is left over and"
              + " keeps entries pending for ever.",
          "Name the group in code and configuration, or remove it with XGROUP DESTROY.");

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
    for (StreamSnapshot stream : live.streams()) {
      Set<String> named = named(view, stream.name().display());
      Set<String> there = Live.groups(stream);
      boolean open =
          view.code().of(Op.GROUP_READ, Op.CREATE_GROUP).stream().anyMatch(u -> unknown(u, stream));
      for (String group : there) {
        if (!named.isEmpty() && !open && !named.contains(group)) {
          out.accept(draft(view, stream, group, named, there.containsAll(named)));
        }
      }
    }
  }

  /** Whether each service was heard: in code that was scanned, or in a declaration. */
  private static boolean everybodySpeaks(ConfigView view) {
    Set<String> heard = new TreeSet<>();
    view.code().all().forEach(use -> heard.add(use.service()));
    view.declared().all().forEach(d -> heard.add(d.service()));
    return heard.containsAll(view.services());
  }

  /** Whether this use may be the one that made the group. */
  private static boolean unknown(CodeUse use, StreamSnapshot stream) {
    boolean here = !use.stream().certain() || use.stream().mayBe(stream.name().display());
    return here && use.groupText().isEmpty();
  }

  private static Set<String> named(ConfigView view, String stream) {
    Set<String> named = new TreeSet<>();
    for (Declaration d : view.declared().all()) {
      boolean here = d.stream().isEmpty() || Name.of(d.stream()).display().equals(stream);
      if (here && !d.group().isEmpty()) {
        named.add(Name.of(d.group()).display());
      }
    }
    CodeGroups code = new CodeGroups(view.code());
    code.groups("", stream).forEach(g -> named.add(Name.of(g).display()));
    return named;
  }

  private static Draft draft(
      ConfigView view, StreamSnapshot stream, String group, Set<String> named, boolean complete) {
    // Without code there may be readers that nobody was asked to declare.
    boolean certain = !complete || (view.code().complete() && everybodySpeaks(view));
    String name = stream.name().display();
    String known = Discrepancy.quoted(named);
    String expected = "one of " + known + " on stream \"" + name + "\"";
    return Discrepancy.of(
            INFO, "", expected, "Redis has group \"" + group + "\"", List.of(), List.of())
        .stream(name)
        .group(group)
        .severity(certain ? Severity.CRITICAL : Severity.LOW)
        .title("Group \"" + group + "\" on \"" + name + "\" is named by nobody; known: " + known)
        .recommendation(
            "Find its reader (XINFO CONSUMERS "
                + name
                + " "
                + group
                + ") and name the group in its"
                + " configuration; if there is none, XGROUP DESTROY "
                + name
                + " "
                + group
                + ".");
  }
}
