package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What ties the events of one story together: the ids a published event inherits.
 *
 * <p>Inside a {@link MessageHandler} the context of the message is open on the thread; everything
 * published there keeps its correlation id and names the message as its cause. Elsewhere {@link
 * #start()} begins a new story, typically once a request.
 */
public final class EventContext {
  private static final ThreadLocal<@Nullable EventContext> OPEN = new ThreadLocal<>();

  private final String correlationId;
  private final @Nullable String causationId;
  private final String traceId;
  private final String spanId;
  private byte @Nullable [] correlationBytes;
  private byte @Nullable [] traceBytes;
  private byte @Nullable [] spanBytes;

  private EventContext(
      String correlationId, @Nullable String causationId, String traceId, String spanId) {
    this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    this.causationId = causationId;
    this.traceId = Objects.requireNonNull(traceId, "traceId");
    this.spanId = Objects.requireNonNull(spanId, "spanId");
  }

  /** The context open on this thread, or a new one, not opened, where there is none. */
  public static EventContext current() {
    EventContext open = OPEN.get();
    return open == null ? start() : open;
  }

  /** The context open on this thread, or {@code null}. */
  static @Nullable EventContext openOnThread() {
    return OPEN.get();
  }

  /** A new story: new correlation, trace and span ids and no cause. */
  public static EventContext start() {
    return new EventContext(Ids.correlation(), null, Ids.trace(), Ids.span());
  }

  /** A new story under a correlation id that came from outside, such as a request header. */
  public static EventContext start(String correlationId) {
    return new EventContext(correlationId, null, Ids.trace(), Ids.span());
  }

  /** A context with ids made elsewhere, such as an incoming {@code traceparent}. */
  public static EventContext of(
      String correlationId, @Nullable String causationId, String traceId, String spanId) {
    return new EventContext(correlationId, causationId, traceId, spanId);
  }

  /**
   * A story that came with a request.
   *
   * @param correlationId from a header; {@code null} begins a new story
   * @param traceparent the W3C header; {@code null}, or what is none, begins a new trace
   */
  public static EventContext incoming(
      @Nullable String correlationId, @Nullable String traceparent) {
    TraceParent parent = TraceParent.parse(traceparent);
    return new EventContext(
        correlationId == null || correlationId.isEmpty() ? Ids.correlation() : correlationId,
        null,
        parent == null ? Ids.trace() : parent.traceId(),
        parent == null ? Ids.span() : parent.spanId());
  }

  /** The context in which a received event is handled: same story, new span, caused by it. */
  public static EventContext handling(EventEnvelope event, String messageId) {
    return new EventContext(event.correlationId(), messageId, event.traceId(), Ids.span());
  }

  public String correlationId() {
    return correlationId;
  }

  /** Id of the stream entry that caused this, or {@code null} at the start of a story. */
  public @Nullable String causationId() {
    return causationId;
  }

  public String traceId() {
    return traceId;
  }

  public String spanId() {
    return spanId;
  }

  // The same bytes whichever thread comes first: nothing to guard.

  byte[] correlationBytes() {
    byte[] known = correlationBytes;
    if (known == null) {
      known = correlationId.getBytes(StandardCharsets.UTF_8);
      correlationBytes = known;
    }
    return known;
  }

  byte[] traceBytes() {
    byte[] known = traceBytes;
    if (known == null) {
      known = traceId.getBytes(StandardCharsets.UTF_8);
      traceBytes = known;
    }
    return known;
  }

  byte[] spanBytes() {
    byte[] known = spanBytes;
    if (known == null) {
      known = spanId.getBytes(StandardCharsets.UTF_8);
      spanBytes = known;
    }
    return known;
  }

  /**
   * Makes this the context of the current thread, and of its slf4j MDC, until the scope is closed.
   */
  public Scope open() {
    EventContext before = OPEN.get();
    OPEN.set(this);
    Scope mdc = MdcScope.open(this);
    return () -> {
      mdc.close();
      if (before == null) {
        OPEN.remove();
      } else {
        OPEN.set(before);
      }
    };
  }

  /** The W3C header that carries the trace on to a call over HTTP. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  /** The work with this context open while it runs, on whichever thread that is. */
  public Runnable wrap(Runnable work) {
    return () -> {
      Scope scope = open();
      try {
        work.run();
      } finally {
        scope.close();
      }
    };
  }

  /** As {@link #wrap(Runnable)} for work with a result. */
  public <T> Callable<T> wrapCall(Callable<T> work) {
    return () -> {
      Scope scope = open();
      try {
        return work.call();
      } finally {
        scope.close();
      }
    };
  }

  /** An executor whose work runs in the context that was open where it was handed over. */
  public static Executor propagating(Executor executor) {
    return work -> {
      EventContext open = openOnThread();
      executor.execute(open == null ? work : open.wrap(work));
    };
  }

  @Override
  public String toString() {
    return Fields.CORRELATION_ID + "=" + correlationId + " " + Fields.TRACE_ID + "=" + traceId;
  }
}
