package io.streamsmonitor.envelope.otel;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.streamsmonitor.envelope.EventContext;
import io.streamsmonitor.envelope.EventEnvelope;
import io.streamsmonitor.envelope.EventObserver;
import io.streamsmonitor.envelope.MessageContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of every step, named and described as the messaging conventions ask.
 *
 * <p>A publish is a child of the span current on the thread, else of the trace of the event's
 * context; its ids travel in the envelope. Handling and acknowledgement continue the trace of the
 * message and link to the span that published it.
 */
public final class OpenTelemetryObserver implements EventObserver {
  private static final String SCOPE = "io.streamsmonitor.envelope";
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("messaging.operation.type");
  private static final AttributeKey<String> OPERATION_NAME =
      AttributeKey.stringKey("messaging.operation.name");
  private static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> GROUP =
      AttributeKey.stringKey("messaging.consumer.group.name");
  private static final AttributeKey<String> CONVERSATION =
      AttributeKey.stringKey("messaging.message.conversation_id");
  private static final AttributeKey<Long> DELIVERY_COUNT =
      AttributeKey.longKey("messaging.redis.delivery_count");

  private final OpenTelemetry telemetry;
  private final Tracer tracer;

  /** Spans go where this instance sends them. */
  public OpenTelemetryObserver(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
    this.tracer = telemetry.getTracer(SCOPE);
  }

  @Override
  public Step begin(
      Kind kind, String stream, @Nullable MessageContext message, EventContext context) {
    String operation = kind == Kind.PUBLISH ? "send" : kind.name().toLowerCase(Locale.ROOT);
    SpanBuilder span =
        tracer
            .spanBuilder(operation + " " + stream)
            .setSpanKind(kindOf(kind))
            .setAttribute(SYSTEM, "redis")
            .setAttribute(OPERATION, operation)
            .setAttribute(OPERATION_NAME, nameOf(kind))
            .setAttribute(DESTINATION, stream)
            .setAttribute(CONVERSATION, context.correlationId());
    if (message == null) {
      span.setParent(
          Span.current().getSpanContext().isValid()
              ? Context.current()
              : remote(context.traceId(), context.spanId()));
    } else {
      Context producer = producer(message.event());
      span.setParent(producer)
          .addLink(Span.fromContext(producer).getSpanContext())
          .setAttribute(SpanStep.MESSAGE_ID, message.messageId())
          .setAttribute(GROUP, message.group())
          .setAttribute(DELIVERY_COUNT, message.deliveryCount());
    }
    return SpanStep.begin(span.startSpan(), context, kind == Kind.PROCESS);
  }

  private Context producer(EventEnvelope event) {
    Context sent =
        telemetry
            .getPropagators()
            .getTextMapPropagator()
            .extract(Context.root(), event, EnvelopeGetter.INSTANCE);
    return Span.fromContext(sent).getSpanContext().isValid()
        ? sent
        : remote(event.traceId(), event.spanId());
  }

  private static Context remote(String traceId, String spanId) {
    SpanContext context =
        SpanContext.createFromRemoteParent(
            traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    return Context.root().with(Span.wrap(context));
  }

  private static SpanKind kindOf(Kind kind) {
    return switch (kind) {
      case PUBLISH -> SpanKind.PRODUCER;
      case PROCESS -> SpanKind.CONSUMER;
      case SETTLE -> SpanKind.CLIENT;
    };
  }

  private static String nameOf(Kind kind) {
    return switch (kind) {
      case PUBLISH -> "XADD";
      case PROCESS -> "handle";
      case SETTLE -> "XACK";
    };
  }
}
