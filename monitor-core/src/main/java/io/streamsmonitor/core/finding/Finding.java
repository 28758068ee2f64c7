package io.streamsmonitor.core.finding;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One state of one finding. A change makes a new record with the same {@code findingId}; the last
 * one wins.
 *
 * @param agentId such as {@code LOG_WATCHER}
 * @param findingId such as {@code LW-001}
 * @param occurrences how often it was seen, at least 1
 * @param fingerprint stable over sessions: no time, id or path prefix in it
 * @param resolution why it is resolved, or null
 * @param details the agent's own fields in order, {@code evidence} and {@code recommendation} among
 *     them
 */
public record Finding(
    String agentId,
    String findingId,
    String ruleId,
    String category,
    Severity severity,
    Status status,
    String title,
    Subject subject,
    Instant timestamp,
    Instant firstSeen,
    Instant lastSeen,
    long occurrences,
    String fingerprint,
    @Nullable String resolution,
    List<EvidenceRef> evidenceRefs,
    List<Location> locations,
    List<Location> related,
    Map<String, Object> details) {

  public Finding {
    evidenceRefs = List.copyOf(evidenceRefs);
    locations = List.copyOf(locations);
    related = List.copyOf(related);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public boolean open() {
    return status.open();
  }

  /** A text field of the details, or empty. */
  public String text(String field) {
    return details.get(field) instanceof String s ? s : "";
  }

  public String evidence() {
    return text("evidence");
  }

  /** A list field of the details as texts, or empty. */
  public List<String> texts(String field) {
    return details.get(field) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The service it is about, or null; for tables and clusters. */
  public @Nullable String service() {
    return subject.service();
  }

  public @Nullable String stream() {
    return subject.stream();
  }

  public @Nullable String group() {
    return subject.group();
  }
}
