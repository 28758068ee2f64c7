package io.streamsmonitor.agents.logs.trace;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing a service said: a line, or a line and the stack trace that belongs to it. */
public final class LogEntry {
  /** Beyond this a trace keeps its references, not its words. */
  private static final int TEXT_LIMIT = 256 * 1024;

  private final LogEvent first;
  private final List<LogEvent> lines = new ArrayList<>();
  private final List<EvidenceRef> refs = new ArrayList<>();
  private Instant lastArrived;
  private int size;
  private boolean trace;

  /** An entry of this one line. */
  public LogEntry(LogEvent first) {
    this.first = first;
    this.lastArrived = first.raw().arrived();
    add(first);
  }

  void add(LogEvent line) {
    RawLine raw = line.raw();
    lastArrived = raw.arrived();
    if (size <= TEXT_LIMIT) {
      lines.add(line);
      size += raw.bytes().length;
    }
    EvidenceRef last = refs.isEmpty() ? null : refs.get(refs.size() - 1);
    long gap = last == null ? -1 : raw.offset() - last.offset() - last.length();
    int length = raw.bytes().length;
    if (last != null && last.file().equals(raw.file()) && gap >= 0 && gap <= 2) {
      int whole = (int) (raw.offset() + length - last.offset());
      refs.set(refs.size() - 1, new EvidenceRef(last.file(), last.offset(), whole));
    } else {
      refs.add(new EvidenceRef(raw.file(), raw.offset(), length));
    }
  }

  void markTrace() {
    trace = true;
  }

  /** The line that opened it: the header where a trace has one. */
  public LogEvent first() {
    return first;
  }

  /** The lines that were joined to it. */
  public List<LogEvent> more() {
    return lines.subList(1, lines.size());
  }

  /** Whether a stack trace was joined. */
  public boolean hasTrace() {
    return trace;
  }

  Instant lastArrived() {
    return lastArrived;
  }

  /** Every line as it was written, separated by line feeds. */
  public String verbatim() {
    return lines.stream().map(e -> e.raw().text()).collect(Collectors.joining("\n"));
  }

  /** Every line without colours. */
  public List<String> texts() {
    return lines.stream().map(LogEvent::text).toList();
  }

  /** Where it stands, a reference for each uninterrupted piece. */
  public List<EvidenceRef> refs() {
    return List.copyOf(refs);
  }

  /** The trace that was joined, or the one inside the line, or null. */
  public @Nullable StackTrace stack() {
    if (trace) {
      return StackTrace.parse(texts());
    }
    return first.stack() == null ? null : StackTrace.parse(first.stack().lines().toList());
  }
}
