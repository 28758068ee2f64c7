package io.streamsmonitor.core.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, before the desk numbers, dates, redacts and merges it. Not thread-safe; made in
 * a rule and handed over at once.
 */
public final class Draft {
  private final RuleInfo rule;
  private Severity severity;
  private @Nullable String service;
  private @Nullable String stream;
  private @Nullable String group;
  private @Nullable String consumer;
  private @Nullable String correlationId;
  private String qualifier = "";
  private String title;
  private @Nullable Instant observedAt;
  private @Nullable Instant since;
  private @Nullable String resolution;
  private long occurrences;
  private final List<EvidenceRef> evidenceRefs = new ArrayList<>();
  private final List<Location> locations = new ArrayList<>();
  private final List<Location> related = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();

  private Draft(RuleInfo rule) {
    this.rule = rule;
    this.severity = rule.severity();
    this.title = rule.title();
    details.put("recommendation", rule.fix());
  }

  /** A draft with the rule's severity, title and fix. */
  public static Draft of(RuleInfo rule) {
    return new Draft(rule);
  }

  public Draft severity(Severity value) {
    severity = value;
    return this;
  }

  public Draft service(@Nullable String value) {
    service = value;
    return this;
  }

  public Draft stream(@Nullable String value) {
    stream = value;
    return this;
  }

  public Draft group(@Nullable String value) {
    group = value;
    return this;
  }

  public Draft consumer(@Nullable String value) {
    consumer = value;
    return this;
  }

  public Draft correlationId(@Nullable String value) {
    correlationId = value;
    return this;
  }

  /** What else tells this finding from others of the same rule and subject, such as an entry id. */
  public Draft qualifier(String value) {
    qualifier = value;
    return this;
  }

  /** One line for people; the rule's title unless said. */
  public Draft title(String value) {
    title = value;
    return this;
  }

  /** When it happened, where the source says so (a log line's time); else the desk's now. */
  public Draft observedAt(@Nullable Instant value) {
    observedAt = value;
    return this;
  }

  /** When it happened first, where the rule counts itself; else when the desk was first told. */
  public Draft since(@Nullable Instant value) {
    since = value;
    return this;
  }

  /**
   * Says that the condition no longer holds; without an open finding of this key it says nothing.
   */
  public Draft resolved(String reason) {
    resolution = reason;
    return this;
  }

  /** The whole count so far, where the rule counts itself; else the desk counts drafts. */
  public Draft occurrences(long total) {
    occurrences = total;
    return this;
  }

  /** What was seen, in the words of the source. */
  public Draft evidence(String text) {
    return detail("evidence", text);
  }

  public Draft hypothesis(String text) {
    return detail("hypothesis", text);
  }

  public Draft recommendation(String text) {
    return detail("recommendation", text);
  }

  /** A field of the finding's JSON; lists, maps, strings, numbers and booleans. */
  public Draft detail(String name, Object value) {
    details.put(name, value);
    return this;
  }

  public Draft evidenceRef(EvidenceRef ref) {
    evidenceRefs.add(ref);
    return this;
  }

  /** A place of the fault itself. */
  public Draft location(Location place) {
    locations.add(place);
    return this;
  }

  /** A place on the way that led there. */
  public Draft related(Location place) {
    related.add(place);
    return this;
  }

  public RuleInfo rule() {
    return rule;
  }

  public Severity severity() {
    return severity;
  }

  public Subject subject() {
    return new Subject(service, stream, group, consumer, correlationId, qualifier);
  }

  public String title() {
    return title;
  }

  public @Nullable Instant observedAt() {
    return observedAt;
  }

  public @Nullable Instant since() {
    return since;
  }

  /** Why the condition no longer holds, or null while it holds. */
  public @Nullable String resolution() {
    return resolution;
  }

  /** The rule's own count, or 0. */
  public long occurrences() {
    return occurrences;
  }

  public List<EvidenceRef> evidenceRefs() {
    return List.copyOf(evidenceRefs);
  }

  public List<Location> locations() {
    return List.copyOf(locations);
  }

  public List<Location> relatedLocations() {
    return List.copyOf(related);
  }

  public Map<String, Object> details() {
    return Collections.unmodifiableMap(details);
  }

  /** A field of the details as text, or empty. */
  public String text(String field) {
    Object value = details.get(field);
    return value == null ? "" : value.toString();
  }

  /** Identity within a session: the rule and its subject. */
  public String key() {
    return rule.id() + '\u0001' + subject().key();
  }
}
