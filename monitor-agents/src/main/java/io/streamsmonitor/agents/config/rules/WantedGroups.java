package io.streamsmonitor.agents.config.rules;

import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups that Redis should have: those of code, and the declared ones where code says nothing. */
final class WantedGroups {

  /** A group, who wants it, and how sure that is. */
  record Wanted(
      String service,
      String stream,
      String group,
      String by,
      Severity severity,
      List<Location> places) {
    Wanted {
      places = List.copyOf(places);
    }
  }

  private final Map<String, Wanted> wanted = new LinkedHashMap<>();

  private WantedGroups() {}

  static Collection<Wanted> of(ConfigView view) {
    WantedGroups groups = new WantedGroups();
    CodeGroups code = new CodeGroups(view.code());
    for (CodeGroups.Key key : code.keys()) {
      List<Location> places = code.uses(key).stream().map(CodeUse::at).toList();
      groups.add(
          new Wanted(key.service(), key.stream(), key.group(), "code", Severity.CRITICAL, places));
    }
    for (Declaration d : view.declared().all()) {
      boolean named = d.sure() && !d.stream().isEmpty() && !d.group().isEmpty();
      // Where code reads the stream by another name, that is drift, and said so by its own rule.
      boolean drifted = !code.groups(d.service(), d.stream()).isEmpty();
      if (named && !drifted) {
        Severity severity = d.origin().describes() ? Severity.MEDIUM : Severity.CRITICAL;
        List<Location> places = new ArrayList<>(List.of(d.at()));
        groups.add(
            new Wanted(d.service(), d.stream(), d.group(), d.origin().words(), severity, places));
      }
    }
    return groups.wanted.values();
  }

  private void add(Wanted one) {
    wanted.putIfAbsent(one.stream() + '\u0001' + one.group(), one);
  }
}
