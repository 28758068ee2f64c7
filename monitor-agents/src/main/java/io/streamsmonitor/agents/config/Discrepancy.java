package io.streamsmonitor.agents.config;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes drafts with the fields of the auditor's findings. */
public final class Discrepancy {
  private static final String EVERYBODY = "cross-service";
  private static final int PLACES = 8;

  private Discrepancy() {}

  /**
   * A draft that says what is declared and what is done.
   *
   * @param service or "" where it concerns several
   * @param faults places of the fault
   * @param related places that show it
   */
  public static Draft of(
      RuleInfo rule,
      String service,
      String expected,
      String actual,
      Collection<Location> faults,
      Collection<Location> related) {
    Set<Location> at = new LinkedHashSet<>(faults);
    Set<Location> beside = new LinkedHashSet<>(related);
    beside.removeAll(at);
    Set<String> files = new LinkedHashSet<>();
    at.forEach(place -> files.add(place.file()));
    beside.forEach(place -> files.add(place.file()));
    List<Location> all = new ArrayList<>(at);
    all.addAll(beside);
    String places =
        all.stream().limit(PLACES).map(Location::toString).collect(Collectors.joining(", "));
    Draft draft =
        Draft.of(rule)
            .service(service.isEmpty() ? EVERYBODY : service)
            .detail("affectedFiles", List.copyOf(files))
            .detail("expected", expected)
            .detail("actual", actual)
            .evidence(
                "expected: "
                    + expected
                    + "; actual: "
                    + actual
                    + (places.isEmpty() ? "" : "; seen at " + places))
            .occurrences(Math.max(1, at.size()));
    at.forEach(draft::location);
    beside.forEach(draft::related);
    return draft;
  }

  /** Names in a sentence: {@code "a", "b"}. */
  public static String quoted(Collection<String> names) {
    return names.stream()
        .distinct()
        .sorted()
        .map(n -> '"' + n + '"')
        .collect(Collectors.joining(", "));
  }
}
