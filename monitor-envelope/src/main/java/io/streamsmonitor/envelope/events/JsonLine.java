package io.streamsmonitor.envelope.events;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
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
    head(
        out,
        event.level(),
        event.timestamp().toEpochMilli(),
        event.service(),
        event.correlationId(),
        event.traceId(),
        event.event());
    out.quoted(event.message());
    tail(out, event.durationMs(), event.error());
    for (int i = 0; i < event.length(); i += 2) {
      field(out, event.name(i), event.value(i));
    }
    out.put('}');
  }

  /** All up to the message, which comes next. */
  static void head(
      LineBuffer out,
      Level level,
      long epochMillis,
      String service,
      @Nullable String correlationId,
      @Nullable String traceId,
      String event) {
    out.ascii("{\"level\":\"");
    out.ascii(level.wire());
    out.ascii("\",\"timestamp\":\"");
    out.instant(epochMillis);
    out.ascii("\",\"service\":");
    out.quotedKnown(service);
    out.ascii(",\"correlationId\":");
    text(correlationId, out);
    out.ascii(",\"traceId\":");
    text(traceId, out);
    out.ascii(",\"event\":");
    out.quotedKnown(event);
    out.ascii(",\"message\":");
  }

  static void tail(LineBuffer out, long durationMs, @Nullable String error) {
    out.ascii(",\"durationMs\":");
    out.number(durationMs);
    out.ascii(",\"error\":");
    text(error, out);
  }

  static void field(LineBuffer out, String name, @Nullable Object value) {
    // A service's own field must not make a second key of the same name.
    if (!COMMON.contains(name)) {
      out.ascii(",\"");
      out.known(name);
      out.ascii("\":");
      value(value, out);
    }
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
    if (items instanceof List<?> list && list instanceof RandomAccess) {
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        Object item = list.get(i);
        if (item instanceof String text) {
          out.quotedKnown(text);
        } else {
          value(item, out);
        }
      }
      out.put(']');
      return;
    }
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
