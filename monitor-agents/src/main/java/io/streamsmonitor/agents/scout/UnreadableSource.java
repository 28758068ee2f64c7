package io.streamsmonitor.agents.scout;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A source file that was not judged, or not wholly. */
final class UnreadableSource {
  static final RuleInfo INFO =
      RuleInfo.of(
          "code.unreadable-source",
          "COVERAGE_GAP",
          Severity.INFO,
          "A source file could not be judged",
          "What stands in the file is unknown; no finding in it does not mean that it is right.",
          "Look at the file, or leave it out of the sources.");

  private UnreadableSource() {}

  /** A gap is {@code path: what is the matter}. */
  static Draft draft(String gap) {
    int colon = gap.indexOf(": ");
    String path = colon < 0 ? gap : gap.substring(0, colon);
    return Draft.of(INFO).qualifier(path).evidence(gap).location(new Location(path, 1));
  }
}
