package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes the lines of one service and hands them to its sink, whatever the sink does. */
final class AuditTrail {
  private final String service;
  private final EventSink sink;
  private final Redaction redaction;
  private final Clock clock;
  private final AtomicLong unwritten = new AtomicLong();

  AuditTrail(String service, EventSink sink, Redaction redaction, Clock clock) {
    this.service = service;
    this.sink = sink;
    this.redaction = redaction;
    this.clock = clock;
  }

  String service() {
    return service;
  }

  String redact(String text) {
    return redaction.apply(text);
  }

  Instant now() {
    return clock.instant();
  }

  /** Waits until the sink has written everything. */
  void flush() {
    try {
      sink.flush();
    } catch (RuntimeException e) {
      unwritten.incrementAndGet();
    }
  }

  /** How many lines the sink failed to take. */
  long unwritten() {
    return unwritten.get();
  }

  /** A line of the service itself, in the context open on this thread. */
  void note(
      Level level,
      String event,
      String message,
      @Nullable Throwable thrown,
      Map<String, ?> fields) {
    Line line = line(level, event);
    EventContext context = EventContext.openOnThread();
    if (context != null) {
      line.about(context.correlationId(), context.traceId());
    }
    if (thrown != null) {
      line.failed(thrown);
    }
    fields.forEach(line::with);
    line.say(message);
  }

  Line line(Level level, String event) {
    return new Line(level, event);
  }

  private void emit(LifecycleEvent event) {
    try {
      sink.emit(event);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      unwritten.incrementAndGet();
    }
  }

  /** A line being put together. */
  final class Line {
    private final Level level;
    private final String event;
    private @Nullable Object[] fields = new @Nullable Object[20];
    private int length;
    private @Nullable String correlationId;
    private @Nullable String traceId;
    private @Nullable String error;
    private long durationMs;

    private Line(Level level, String event) {
      this.level = level;
      this.event = event;
    }

    Line about(@Nullable String correlation, @Nullable String trace) {
      correlationId = correlation;
      traceId = trace;
      return this;
    }

    Line with(String name, @Nullable Object value) {
      if (length == fields.length) {
        fields = Arrays.copyOf(fields, 2 * length);
      }
      fields[length++] = name;
      fields[length++] = value;
      return this;
    }

    Line took(long millis) {
      durationMs = millis;
      return this;
    }

    Line failed(String text) {
      error = redaction.apply(text);
      return this;
    }

    Line failed(Throwable thrown) {
      failed(String.valueOf(thrown));
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return with(Fields.STACK_TRACE, redaction.apply(trace.toString()));
    }

    void say(String message) {
      emit(
          new LifecycleEvent(
              level,
              now(),
              service,
              correlationId,
              traceId,
              event,
              message,
              durationMs,
              error,
              fields,
              length));
    }
  }
}
