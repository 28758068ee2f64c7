package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import java.util.regex.Pattern;

/** Where the traces in a log pass. */
final class Traces {
  private Traces() {}

  /**
   * Whether the log's trace has a frame at the place of a finding in code or configuration: {@code
   * Tax.java:37}, {@code report.js:18:44}, {@code sheet.py", line 29}. Paths differ between a
   * checkout and a container, so the file's name and the line must do.
   */
  static boolean passes(Finding log, Finding atRest) {
    return atRest.locations().stream()
        .anyMatch(place -> frame(place).matcher(log.evidence()).find());
  }

  private static Pattern frame(Location place) {
    String name = place.file().substring(place.file().lastIndexOf('/') + 1);
    return Pattern.compile(
        "(?<![\\w.-])" + Pattern.quote(name) + "(?::|\", line )" + place.line() + "(?!\\d)");
  }
}
