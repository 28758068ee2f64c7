package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Names of streams that differ only in separators, case or plural. */
@AutoService(ConfigRule.class)
public final class NamingInconsistency implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.naming-inconsistency",
          "NAMING_INCONSISTENCY",
          Severity.MEDIUM,
          "Two names of streams differ only in spelling",
          "To Redis they are two streams: what one service writes the other never reads.",
          "Agree on one spelling, and take it from shared configuration.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Map<String, Map<String, List<Location>>> spellings = new TreeMap<>();
    for (CodeUse use : view.code().all()) {
      use.stream().texts().forEach(name -> add(spellings, name, use.at()));
    }
    for (Declaration d : view.declared().all()) {
      if (d.sure() && !d.stream().isEmpty()) {
        add(spellings, d.stream(), d.at());
      }
    }
    if (view.live() != null) {
      view.live().names().forEach(name -> places(spellings, name));
    }
    for (Map<String, List<Location>> names : spellings.values()) {
      if (names.size() > 1) {
        out.accept(draft(names));
      }
    }
  }

  private static void add(
      Map<String, Map<String, List<Location>>> spellings, String name, Location at) {
    places(spellings, name).add(at);
  }

  private static List<Location> places(
      Map<String, Map<String, List<Location>>> spellings, String name) {
    return spellings
        .computeIfAbsent(Names.canonical(name), k -> new TreeMap<>())
        .computeIfAbsent(name, k -> new ArrayList<>());
  }

  private static Draft draft(Map<String, List<Location>> names) {
    List<Location> places = names.values().stream().flatMap(List::stream).distinct().toList();
    String all = Discrepancy.quoted(names.keySet());
    return Discrepancy.of(
            INFO, "", "one spelling of one stream", "the spellings " + all, places, List.of())
        .stream(names.keySet().iterator().next())
        .qualifier(String.join(",", names.keySet()))
        .title("Streams " + all + " differ only in spelling")
        .recommendation(
            "Decide on one of "
                + all
                + " and use it everywhere: "
                + places.stream().map(Location::file).distinct().toList()
                + ".");
  }
}
