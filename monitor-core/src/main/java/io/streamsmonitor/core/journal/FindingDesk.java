package io.streamsmonitor.core.journal;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.finding.Fingerprint;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Appender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings of one agent's drafts: redacts, numbers, dates and merges them, appends every
 * state that matters to the agent's journal and hands it to the feed. Thread-safe.
 *
 * <p>A repeat that changes nothing but counts and words is written at most every five seconds; a
 * new finding, a change of severity and an end are written at once.
 */
public final class FindingDesk implements AutoCloseable {
  private static final Duration REPEAT_PAUSE = Duration.ofSeconds(5);

  private static final class Entry {
    Finding finding;
    Instant written;
    boolean dirty;

    Entry(Finding finding) {
      this.finding = finding;
      this.written = finding.firstSeen();
    }
  }

  private final List<Acceptance> accepted;
  private final AgentId agent;
  private final InstantSource clock;
  private final Redactor redactor;
  private final FindingFeed feed;
  private final Appender journal;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  public FindingDesk(
      AgentId agent, Path journal, InstantSource clock, Redactor redactor, FindingFeed feed) {
    this(agent, journal, clock, redactor, feed, List.of());
  }

  /** A desk that knows what is accepted. */
  public FindingDesk(
      AgentId agent,
      Path journal,
      InstantSource clock,
      Redactor redactor,
      FindingFeed feed,
      List<Acceptance> accepted) {
    this.accepted = List.copyOf(accepted);
    this.agent = agent;
    this.clock = clock;
    this.redactor = redactor;
    this.feed = feed;
    this.journal = new Appender(journal);
  }

  public AgentId agent() {
    return agent;
  }

  /** Takes a draft; nothing happens where it resolves what was never open. */
  public synchronized void accept(Draft draft) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    accepted.stream()
        .filter(a -> a.covers(draft, today))
        .findFirst()
        .ifPresent(a -> draft.severity(Severity.INFO).detail("suppressed", a.reason()));
    Entry entry = entries.get(draft.key());
    if (entry == null) {
      if (draft.resolution() == null) {
        entries.put(draft.key(), open(draft));
      }
      return;
    }
    if (draft.resolution() != null && !entry.finding.open()) {
      return;
    }
    Finding before = entry.finding;
    entry.finding = merge(before, draft);
    boolean urgent =
        before.severity() != entry.finding.severity() || before.open() != entry.finding.open();
    Instant now = now();
    if (urgent || !now.isBefore(entry.written.plus(REPEAT_PAUSE))) {
      write(entry, now);
    } else {
      entry.dirty = true;
      feed.publish(entry.finding);
    }
  }

  /** Takes a state of a finding that was made elsewhere, as it is. */
  public synchronized void recorded(Finding finding) {
    Entry entry = new Entry(finding);
    entries.put("recorded " + finding.findingId(), entry);
    write(entry, now());
  }

  /** Writes the last state of every finding whose last lines were held back. */
  public synchronized void flush() {
    entries.values().stream().filter(e -> e.dirty).forEach(e -> write(e, now()));
  }

  /** How many findings the agent has made. */
  public synchronized int count() {
    return entries.size();
  }

  private Entry open(Draft draft) {
    String id = String.format(Locale.ROOT, "%s-%03d", agent.prefix(), entries.size() + 1);
    Instant observed = draft.since() == null ? draft.observedAt() : draft.since();
    Instant seen = observed == null ? now() : observed;
    long occurrences = Math.max(1, draft.occurrences());
    Entry entry =
        new Entry(
            finding(draft, id, Status.OPEN, seen.truncatedTo(ChronoUnit.MILLIS), occurrences));
    write(entry, now());
    return entry;
  }

  private Finding merge(Finding before, Draft draft) {
    if (draft.resolution() != null) {
      return resolve(before, draft);
    }
    long occurrences = draft.occurrences() > 0 ? draft.occurrences() : before.occurrences() + 1;
    return finding(draft, before.findingId(), Status.UPDATED, before.firstSeen(), occurrences);
  }

  /** What was seen stays as it was; only the end and its reason are new. */
  private Finding resolve(Finding f, Draft draft) {
    return new Finding(
        f.agentId(),
        f.findingId(),
        f.ruleId(),
        f.category(),
        f.severity(),
        Status.RESOLVED,
        f.title(),
        f.subject(),
        f.timestamp(),
        f.firstSeen(),
        now().isBefore(f.firstSeen()) ? f.firstSeen() : now(),
        f.occurrences(),
        f.fingerprint(),
        redactor.redact(String.valueOf(draft.resolution())),
        f.evidenceRefs(),
        f.locations(),
        f.related(),
        f.details());
  }

  private Finding finding(Draft d, String id, Status status, Instant first, long occurrences) {
    Instant seen = (d.observedAt() == null ? now() : d.observedAt()).truncatedTo(ChronoUnit.MILLIS);
    return new Finding(
        agent.name(),
        id,
        d.rule().id(),
        d.rule().category(),
        d.severity(),
        status,
        redactor.redact(d.title()),
        d.subject(),
        first,
        first,
        seen.isBefore(first) ? first : seen,
        occurrences,
        Fingerprint.of(d.rule().id(), d.subject()),
        null,
        d.evidenceRefs(),
        d.locations(),
        d.relatedLocations(),
        redacted(details(d)));
  }

  private static Map<String, Object> details(Draft draft) {
    Map<String, Object> details = new LinkedHashMap<>(draft.details());
    if (draft.rule().effort() != null) {
      details.putIfAbsent("effort", draft.rule().effort().name());
    }
    if (draft.rule().impact() != null) {
      details.putIfAbsent("impact", draft.rule().impact().name());
    }
    return details;
  }

  private Map<String, Object> redacted(Map<String, Object> details) {
    Map<String, Object> out = new LinkedHashMap<>();
    details.forEach((name, value) -> out.put(name, redacted(value)));
    return out;
  }

  private Object redacted(@Nullable Object value) {
    if (value instanceof String text) {
      return redactor.redact(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::redacted).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> out = new LinkedHashMap<>();
      map.forEach((k, v) -> out.put(String.valueOf(k), redacted(v)));
      return out;
    }
    return value == null ? "" : value;
  }

  private void write(Entry entry, Instant now) {
    journal.line(FindingJson.line(entry.finding));
    entry.written = now;
    entry.dirty = false;
    feed.publish(entry.finding);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public synchronized void close() {
    flush();
    journal.close();
  }
}
