package io.streamsmonitor.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * What a finding is about. Two drafts of one rule with equal {@link #key()} are one finding.
 *
 * @param service name, or null
 * @param stream display name ({@code Name.display()}), or null
 * @param group consumer group, display name, or null
 * @param consumer display name, or null
 * @param correlationId or null; not part of the identity
 * @param qualifier what else tells this finding from others of the rule: a template, an entry id, a
 *     file; empty when nothing does
 */
public record Subject(
    @Nullable String service,
    @Nullable String stream,
    @Nullable String group,
    @Nullable String consumer,
    @Nullable String correlationId,
    String qualifier) {

  /** The subject's identity within one rule. */
  public String key() {
    return text(service)
        + '\u0001'
        + text(stream)
        + '\u0001'
        + text(group)
        + '\u0001'
        + text(consumer)
        + '\u0001'
        + qualifier;
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part;
  }
}
