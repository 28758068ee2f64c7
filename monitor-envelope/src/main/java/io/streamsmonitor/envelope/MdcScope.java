package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts the ids of a context into the slf4j MDC and restores what stood there before. */
final class MdcScope {
  private MdcScope() {}

  static Scope open(EventContext context) {
    try {
      String correlation = MDC.get(Fields.CORRELATION_ID);
      String trace = MDC.get(Fields.TRACE_ID);
      String span = MDC.get(Fields.SPAN_ID);
      MDC.put(Fields.CORRELATION_ID, context.correlationId());
      MDC.put(Fields.TRACE_ID, context.traceId());
      MDC.put(Fields.SPAN_ID, context.spanId());
      return () -> {
        restore(Fields.CORRELATION_ID, correlation);
        restore(Fields.TRACE_ID, trace);
        restore(Fields.SPAN_ID, span);
      };
    } catch (RuntimeException | LinkageError e) {
      // A logging backend that cannot keep an MDC must not keep the message from being handled.
      return () -> {};
    }
  }

  private static void restore(String key, @Nullable String before) {
    try {
      if (before == null) {
        MDC.remove(key);
      } else {
        MDC.put(key, before);
      }
    } catch (RuntimeException e) {
      // As above: the handler is done, its outcome must not depend on the logging backend.
      return;
    }
  }
}
