package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.problem.Problem;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.trace.StackTrace;
import io.streamsmonitor.core.finding.EvidenceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same thing seen again and again in one service: counted, with its first example. */
public final class Sighting {
  private static final int EXAMPLE_LIMIT = 64 * 1024;

  private final SightingKind kind;
  private final String key;
  private final LogEvent event;
  private final @Nullable Problem problem;
  private @Nullable StackTrace stack;
  private String example;
  private List<EvidenceRef> refs;
  private final Occurrences occurrences;
  private String note = "";
  private boolean superseded;

  Sighting(
      SightingKind kind, String key, LogEntry entry, @Nullable Problem problem, Occurrences empty) {
    this.kind = kind;
    this.key = key;
    this.event = entry.first();
    this.problem = problem;
    this.occurrences = empty;
    this.example = "";
    this.refs = List.of();
    show(entry);
  }

  /** Takes a longer version of its example. */
  public void show(LogEntry entry) {
    String text = entry.verbatim();
    example = text.length() <= EXAMPLE_LIMIT ? text : text.substring(0, EXAMPLE_LIMIT) + "…";
    refs = entry.refs();
    stack = entry.stack();
  }

  /** Puts a text without secrets in the place of the example. */
  public void conceal(String harmless, String what) {
    example = harmless;
    note = what;
  }

  public SightingKind kind() {
    return kind;
  }

  /** Its identity in the service: a template, the fingerprint of a trace, a kind of secret. */
  public String key() {
    return key;
  }

  public String service() {
    return event.service();
  }

  /** The first line of the first example. */
  public LogEvent event() {
    return event;
  }

  /** Why it is a problem, or null where its kind is another. */
  public @Nullable Problem problem() {
    return problem;
  }

  /** The trace of the example, or null. */
  public @Nullable StackTrace stack() {
    return stack;
  }

  /** The first example, verbatim but for secrets. */
  public String example() {
    return example;
  }

  /** What the kind has to say beside it, or empty. */
  public String note() {
    return note;
  }

  public List<EvidenceRef> refs() {
    return refs;
  }

  /** Says that its only example turned out to be the head of something longer. */
  public void supersede() {
    superseded = true;
  }

  /** Whether it was seen once only, and what was seen has become another sighting. */
  public boolean superseded() {
    return superseded && occurrences.count() == 1;
  }

  public Occurrences occurrences() {
    return occurrences;
  }

  public Instant firstSeen() {
    return occurrences.first();
  }
}
