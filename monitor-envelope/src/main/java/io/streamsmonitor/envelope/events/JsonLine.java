package io.streamsmonitor.envelope.events;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an event as one line of JSON: the common fields first, in a fixed order. */
final class JsonLine {
  private static final Set<String> COMMON =
      Set.of(
          Fields.LEVEL,
          Fields.TIMESTAMP,
          Fields.SERVICE,
          Fields.CORRELATION_ID,
          Fields.TRACE_ID,
          Fields.EVENT,
          Fields.MESSAGE,
          Fields.DURATION_MS,
          Fields.ERROR);

  private JsonLine() {}

  static void write(LifecycleEvent event, LineBuffer out) {
    out.ascii("{\"level\":\"");
    out.ascii(event.level().wire());
    out.ascii("\",\"timestamp\":\"");
    out.instant(event.timestamp());
    out.ascii("\",\"service\":");
    out.quoted(event.service());
    out.ascii(",\"correlationId\":");
    text(event.correlationId(), out);
    out.ascii(",\"traceId\":");
    text(event.traceId(), out);
    out.ascii(",\"event\":");
    out.quoted(event.event());
    out.ascii(",\"message\":");
    out.quoted(event.message());
    out.ascii(",\"durationMs\":");
    out.number(event.durationMs());
    out.ascii(",\"error\":");
    text(event.error(), out);
    for (int i = 0; i < event.length(); i += 2) {
      // A service's own field must not make a second key of the same name.
      if (!COMMON.contains(event.name(i))) {
        out.put(',');
        out.quoted(event.name(i));
        out.put(':');
        value(event.value(i), out);
      }
    }
    out.put('}');
  }

  private static void text(@Nullable String value, LineBuffer out) {
    if (value == null) {
      out.ascii("null");
    } else {
      out.quoted(value);
    }
  }

  private static void value(@Nullable Object value, LineBuffer out) {
    if (value == null) {
      out.ascii("null");
    } else if (value instanceof String string) {
      out.quoted(string);
    } else if (value instanceof Long || value instanceof Integer) {
      out.number(((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      out.ascii(Double.isFinite(((Number) value).doubleValue()) ? value.toString() : "null");
    } else if (value instanceof Number || value instanceof Boolean) {
      out.ascii(value.toString());
    } else if (value instanceof Instant at) {
      out.put('"');
      out.instant(at);
      out.put('"');
    } else if (value instanceof Map<?, ?> map) {
      object(map, out);
    } else if (value instanceof Collection<?> items) {
      array(items, out);
    } else {
      out.quoted(value.toString());
    }
  }

  private static void object(Map<?, ?> map, LineBuffer out) {
    out.put('{');
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (out.last() != '{') {
        out.put(',');
      }
      out.quoted(String.valueOf(entry.getKey()));
      out.put(':');
      value(entry.getValue(), out);
    }
    out.put('}');
  }

  private static void array(Collection<?> items, LineBuffer out) {
    out.put('[');
    boolean first = true;
    for (Object item : items) {
      if (!first) {
        out.put(',');
      }
      value(item, out);
      first = false;
    }
    out.put(']');
  }
}
