package io.streamsmonitor.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Section 7, A to F, of one service.
 *
 * @param seen of every requirement
 * @param detail what exactly was or was not there, for those that lack something
 * @param places files to change, {@code file:line}, where a finding or the scan names one
 * @param judged whether rules looked at code of it that works on streams
 * @param deeds what is done at such a place, such as {@code XADD on `orders`}
 */
public record ServiceCheck(
    String service,
    Map<Requirement, Seen> seen,
    Map<Requirement, String> detail,
    Map<Requirement, List<String>> places,
    boolean judged,
    Map<String, String> deeds) {
  public ServiceCheck {
    seen = Collections.unmodifiableMap(new EnumMap<>(seen));
    detail = Collections.unmodifiableMap(new EnumMap<>(detail));
    deeds = Map.copyOf(deeds);
    places = Collections.unmodifiableMap(new EnumMap<>(places));
  }

  public Seen of(Requirement requirement) {
    return seen.getOrDefault(requirement, Seen.NO_DATA);
  }
}
