package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.util.Collection;

/** The three lights. */
public enum Verdict {
  CRITICAL("🔴"),
  DEGRADED("🟡"),
  HEALTHY("🟢");

  private final String light;

  Verdict(String light) {
    this.light = light;
  }

  public String light() {
    return light;
  }

  /** {@code 🔴 CRITICAL}. */
  public String words() {
    return light + " " + name();
  }

  /** Red for an open CRITICAL; yellow for an open HIGH or something whole that went unseen. */
  static Verdict ofSession(Collection<Finding> open) {
    return open.stream().anyMatch(Gaps::whole) ? worse(of(open)) : of(open);
  }

  /** The same without gaps: what one stream's own findings make of it. */
  static Verdict of(Collection<Finding> open) {
    boolean critical = open.stream().anyMatch(f -> f.severity() == Severity.CRITICAL);
    boolean high = open.stream().anyMatch(f -> f.severity() == Severity.HIGH);
    return critical ? CRITICAL : high ? DEGRADED : HEALTHY;
  }

  private static Verdict worse(Verdict verdict) {
    return verdict == HEALTHY ? DEGRADED : verdict;
  }
}
