package io.streamsmonitor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to change before the next session.
 *
 * @param priority {@code P0} to {@code P3}
 * @param closes the gap it closes
 */
public record Improvement(
    String priority, String change, String closes, String agent, String cost) {
  /** Of this session's gaps, in the order of what they bring. */
  static List<Improvement> of(List<ServiceCheck> checks, List<Gap> gaps) {
    List<Improvement> out = new ArrayList<>();
    Map<String, List<Gap>> byChange = new LinkedHashMap<>();
    gaps.stream()
        .filter(g -> !g.close().isEmpty())
        .forEach(g -> byChange.computeIfAbsent(g.close(), k -> new ArrayList<>()).add(g));
    byChange.forEach(
        (change, closed) -> {
          Gap first = closed.get(0);
          String more = closed.size() == 1 ? "" : " (and " + (closed.size() - 1) + " more like it)";
          String priority = closed.stream().anyMatch(Gap::whole) ? "P0" : "P1";
          out.add(
              new Improvement(priority, change, first.what() + more, first.agent(), first.cost()));
        });
    for (Requirement r : Requirement.values()) {
      List<String> lacking =
          checks.stream().filter(c -> c.of(r).lacking()).map(ServiceCheck::service).toList();
      if (!lacking.isEmpty() && r != Requirement.F) {
        String where = " (" + names(lacking) + ")";
        String change = r.name() + ". " + r.title() + ": " + r.change() + where;
        out.add(new Improvement(r.priority(), change, r.invisible(), r.agent(), r.cost()));
      }
    }
    out.sort(Comparator.comparing(Improvement::priority));
    return List.copyOf(out);
  }

  private static String names(List<String> services) {
    String names = String.join(", ", services.subList(0, Math.min(8, services.size())));
    return services.size() > 8 ? names + " and " + (services.size() - 8) + " more" : names;
  }
}
