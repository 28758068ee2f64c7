package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionEnd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a session's findings fail a build. It looks at open findings alone and at no output format.
 *
 * @param failOn this severity or worse fails; null fails on nothing
 * @param newOnly whether findings of {@code known} pass
 * @param max how many open findings of exactly this severity pass
 * @param requireComplete whether an incomplete session fails
 * @param known fingerprints of the baseline
 */
public record Gate(
    @Nullable Severity failOn,
    boolean newOnly,
    Map<Severity, Integer> max,
    boolean requireComplete,
    Set<String> known) {
  /** Passes everything. */
  public static final Gate OPEN = new Gate(null, false, Map.of(), false, Set.of());

  public Gate {
    Map<Severity, Integer> copy = new EnumMap<>(Severity.class);
    copy.putAll(max);
    max = Collections.unmodifiableMap(copy);
    known = Set.copyOf(known);
  }

  /** Fails on open findings of this severity or worse. */
  public static Gate failOn(@Nullable Severity severity) {
    return new Gate(severity, false, Map.of(), false, Set.of());
  }

  public GateResult check(SessionResult result) {
    List<String> causes = new ArrayList<>();
    List<Finding> counted =
        result.open().stream().filter(f -> !newOnly || !known.contains(f.fingerprint())).toList();
    String news = newOnly ? " new" : "";
    if (failOn != null) {
      long bad = counted.stream().filter(f -> f.severity().atLeast(failOn)).count();
      if (bad > 0) {
        causes.add("gate.fail-on=" + failOn + ", " + bad + news + " at or above");
      }
    }
    max.forEach(
        (severity, limit) -> {
          long count = counted.stream().filter(f -> f.severity() == severity).count();
          if (count > limit) {
            causes.add("gate.max." + severity + "=" + limit + ", " + count + news + " open");
          }
        });
    if (requireComplete && result.session().end() != SessionEnd.COMPLETE) {
      causes.add("gate.require-complete, the session is " + result.session().end());
    }
    return new GateResult(causes);
  }
}
