package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import io.streamsmonitor.envelope.events.LineBuffer;
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
  private final @Nullable LineSink direct;
  private final ThreadLocal<Pen> pens = ThreadLocal.withInitial(Pen::new);
  private final AtomicLong unwritten = new AtomicLong();

  AuditTrail(String service, EventSink sink, Redaction redaction, Clock clock) {
    this.service = service;
    this.sink = sink;
    this.redaction = redaction;
    this.clock = clock;
    this.direct = sink instanceof LineSink lines ? lines : null;
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

  long nowMillis() {
    return clock.millis();
  }

  /** Whether time passes as {@link System#nanoTime} says. */
  boolean isSystemTime() {
    return clock.equals(Clock.systemUTC());
  }

  /** Whether lines go nowhere, so that making them can be spared. */
  boolean off() {
    return sink == EventSink.NONE;
  }

  /** Whether the sink takes lines as bytes, so that no object has to be made of them. */
  boolean takesBytes() {
    return direct != null;
  }

  /** Hands finished lines to a sink that {@link #takesBytes}. */
  void write(LineBuffer lines) {
    if (direct != null) {
      emit(direct, lines);
    }
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
    if (off()) {
      return;
    }
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
    if (direct == null) {
      return new Line(level, event);
    }
    Pen pen = pens.get();
    Line spare = pen.spare;
    // A line begun while another of this thread is being put together gets an object of its own.
    pen.spare = null;
    return spare == null ? new Line(level, event) : spare.begin(level, event);
  }

  private void emit(LifecycleEvent event) {
    try {
      sink.emit(event);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      unwritten.incrementAndGet();
    }
  }

  private void emit(LineSink lines, LineBuffer line) {
    try {
      lines.write(line);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      unwritten.addAndGet(line.lines());
    }
  }

  /** What a thread keeps for its next line. */
  private static final class Pen {
    private final LineBuffer buffer = new LineBuffer();
    private @Nullable Line spare;
  }

  /** A line being put together. */
  final class Line {
    private Level level;
    private String event;
    private @Nullable Object[] fields = new @Nullable Object[24];
    private int length;
    private @Nullable String correlationId;
    private @Nullable String traceId;
    private @Nullable String error;
    private long durationMs;

    private Line(Level level, String event) {
      this.level = level;
      this.event = event;
    }

    private Line begin(Level newLevel, String newEvent) {
      level = newLevel;
      event = newEvent;
      length = 0;
      correlationId = null;
      traceId = null;
      error = null;
      durationMs = 0;
      return this;
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
      say(message, "", "", "");
    }

    /** The message in pieces, which nobody has to join where bytes are wanted. */
    void say(String verb, String object, String link, String place) {
      LineSink lines = direct;
      if (lines == null) {
        emit(asEvent(verb + object + link + place));
        return;
      }
      Pen pen = pens.get();
      LineBuffer out = pen.buffer;
      out.clear();
      out.begin(level, nowMillis(), service, correlationId, traceId, event);
      out.message(verb, object, link, place);
      out.measured(durationMs, error);
      for (int i = 0; i < length; i += 2) {
        out.field(String.valueOf(fields[i]), fields[i + 1]);
      }
      out.end();
      emit(lines, out);
      Arrays.fill(fields, 0, length, null);
      pen.spare = this;
    }

    private LifecycleEvent asEvent(String message) {
      return new LifecycleEvent(
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
          length);
    }
  }
}
