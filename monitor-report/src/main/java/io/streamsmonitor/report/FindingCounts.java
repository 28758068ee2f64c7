package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Open findings counted; those that ended are a number of their own.
 *
 * @param bySeverity every severity, worst first, zeros too
 * @param byCategory most first
 * @param byService most first; {@code unknown} where a finding names none
 * @param byAgent by name
 */
public record FindingCounts(
    long open,
    long resolved,
    Map<Severity, Long> bySeverity,
    Map<String, Long> byCategory,
    Map<String, Long> byService,
    Map<String, Long> byAgent) {
  public FindingCounts {
    bySeverity = Collections.unmodifiableMap(new EnumMap<>(bySeverity));
    byCategory = Collections.unmodifiableMap(new LinkedHashMap<>(byCategory));
    byService = Collections.unmodifiableMap(new LinkedHashMap<>(byService));
    byAgent = Collections.unmodifiableMap(new TreeMap<>(byAgent));
  }

  /** Counts the last states of findings. */
  public static FindingCounts of(Collection<Finding> all) {
    List<Finding> open = all.stream().filter(Finding::open).toList();
    Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      bySeverity.put(severity, 0L);
    }
    open.forEach(f -> bySeverity.merge(f.severity(), 1L, Long::sum));
    return new FindingCounts(
        open.size(),
        all.size() - open.size(),
        bySeverity,
        count(open, Finding::category),
        count(open, f -> f.service() == null ? "unknown" : f.service()),
        count(open, Finding::agentId));
  }

  public long of(Severity severity) {
    return bySeverity.getOrDefault(severity, 0L);
  }

  private static Map<String, Long> count(List<Finding> open, Function<Finding, String> key) {
    Map<String, Long> counts = new TreeMap<>();
    open.forEach(f -> counts.merge(key.apply(f), 1L, Long::sum));
    List<Map.Entry<String, Long>> order = new ArrayList<>(counts.entrySet());
    order.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    Map<String, Long> sorted = new LinkedHashMap<>();
    order.forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }
}
