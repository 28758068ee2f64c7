package io.streamsmonitor.envelope.otel;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.streamsmonitor.envelope.EventContext;
import io.streamsmonitor.envelope.EventObserver.Step;
import io.streamsmonitor.envelope.Redaction;
import org.jspecify.annotations.Nullable;

/** A step with its span, current on the thread while a handler runs. */
record SpanStep(Span span, EventContext context, @Nullable Scope current) implements Step {
  static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");

  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  private static final Redaction REDACTION = Redaction.usual();

  @SuppressWarnings("MustBeClosedChecker") // close() closes it, on the same thread.
  static SpanStep begin(Span span, EventContext given, boolean makeCurrent) {
    return new SpanStep(span, withIdsOf(span, given), makeCurrent ? span.makeCurrent() : null);
  }

  private static EventContext withIdsOf(Span span, EventContext given) {
    SpanContext ids = span.getSpanContext();
    return ids.isValid()
        ? EventContext.of(
            given.correlationId(), given.causationId(), ids.getTraceId(), ids.getSpanId())
        : given;
  }

  @Override
  public void stored(String messageId) {
    span.setAttribute(MESSAGE_ID, messageId);
  }

  /** Not recordException: that would export the message of the error unredacted. */
  @Override
  public void failed(Throwable thrown) {
    span.setStatus(StatusCode.ERROR, REDACTION.apply(String.valueOf(thrown)));
    span.setAttribute(ERROR_TYPE, thrown.getClass().getName());
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
    span.end();
  }
}
