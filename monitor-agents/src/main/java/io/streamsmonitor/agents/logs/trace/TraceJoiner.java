package io.streamsmonitor.agents.logs.trace;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of one service to entries. An entry is given out when the next line is not part
 * of it, or when the service has been quiet for a moment; a line that joins it later gives it out
 * again, longer.
 */
public final class TraceJoiner {
  /** Without another line, a single line is whole: what prints a trace prints it in one go. */
  static final Duration LINE_PAUSE = Duration.ofMillis(15);

  /** After this pause nothing joins any more. */
  static final Duration TRACE_PAUSE = Duration.ofMillis(250);

  private static final int DOUBT_LIMIT = 24;

  private final Consumer<LogEntry> out;
  private final List<LogEvent> doubted = new ArrayList<>();
  private @Nullable LogEntry open;
  private @Nullable TraceGrammar grammar;
  private boolean given;

  public TraceJoiner(Consumer<LogEntry> out) {
    this.out = out;
  }

  /** What the first of these lines opened, one line at least. */
  public static LogEntry join(List<LogEvent> lines) {
    List<LogEntry> entries = new ArrayList<>();
    TraceJoiner joiner = new TraceJoiner(entries::add);
    lines.forEach(joiner::accept);
    joiner.end();
    return entries.get(0);
  }

  /** Takes the next line of the service. */
  public void accept(LogEvent line) {
    LogEntry entry = open;
    if (entry == null || grammar == null) {
      begin(line);
      return;
    }
    switch (grammar.next(line)) {
      case JOIN -> {
        doubted.forEach(entry::add);
        doubted.clear();
        entry.add(line);
        if (grammar.trace()) {
          entry.markTrace();
        }
        given = false;
      }
      case DOUBT -> {
        doubted.add(line);
        if (doubted.size() > DOUBT_LIMIT) {
          end();
        }
      }
      case OTHER -> {
        end();
        accept(line);
      }
    }
  }

  /** Whether {@link #pause} would give something out. */
  public boolean waits(Instant now) {
    LogEntry entry = open;
    if (entry == null) {
      return false;
    }
    Duration quiet = Duration.between(last(entry), now);
    return quiet.compareTo(TRACE_PAUSE) >= 0
        || (!given && settled() && quiet.compareTo(LINE_PAUSE) >= 0);
  }

  /** Gives out what has waited long enough. */
  public void pause(Instant now) {
    LogEntry entry = open;
    if (entry == null) {
      return;
    }
    Duration quiet = Duration.between(last(entry), now);
    if (quiet.compareTo(TRACE_PAUSE) >= 0) {
      end();
    } else if (!given && settled() && quiet.compareTo(LINE_PAUSE) >= 0) {
      give(entry);
    }
  }

  private boolean settled() {
    return doubted.isEmpty() && (grammar == null || !grammar.halfway());
  }

  private Instant last(LogEntry entry) {
    return doubted.isEmpty()
        ? entry.lastArrived()
        : doubted.get(doubted.size() - 1).raw().arrived();
  }

  /** Gives out everything: no line follows. */
  public void end() {
    LogEntry entry = open;
    open = null;
    grammar = null;
    if (entry != null && !given) {
      give(entry);
    }
    List<LogEvent> again = List.copyOf(doubted);
    doubted.clear();
    if (!again.isEmpty()) {
      again.forEach(this::accept);
      end();
    }
  }

  /** Whether an entry waits for more lines. */
  public boolean waiting() {
    return open != null;
  }

  private void begin(LogEvent line) {
    LogEntry entry = new LogEntry(line);
    TraceGrammar next = new TraceGrammar(line);
    if (next.trace()) {
      entry.markTrace();
    }
    open = entry;
    grammar = next;
    given = false;
  }

  private void give(LogEntry entry) {
    given = true;
    out.accept(entry);
  }
}
