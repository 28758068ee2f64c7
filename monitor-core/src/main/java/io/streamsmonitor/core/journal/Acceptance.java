package io.streamsmonitor.core.journal;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding that is known and accepted for a reason: it is kept, as INFO. It is accepted only until
 * a day and up to a severity, so that it neither lives for ever nor hides something worse.
 *
 * @param rule id, or a prefix ending in {@code *}
 * @param stream display name, or null for any
 * @param service name, or null for any
 * @param until the last day, or null
 * @param maxSeverity accepted, or null for any
 */
public record Acceptance(
    String rule,
    @Nullable String stream,
    @Nullable String service,
    String reason,
    @Nullable LocalDate until,
    @Nullable Severity maxSeverity) {

  boolean covers(Draft draft, LocalDate today) {
    String id = draft.rule().id();
    boolean named =
        rule.endsWith("*") ? id.startsWith(rule.substring(0, rule.length() - 1)) : id.equals(rule);
    return named
        && (stream == null || stream.equals(draft.subject().stream()))
        && (service == null || service.equals(draft.subject().service()))
        && (until == null || !today.isAfter(until))
        && (maxSeverity == null || maxSeverity.atLeast(draft.severity()));
  }
}
