package io.streamsmonitor.envelope.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.streamsmonitor.envelope.LineRenderer;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import io.streamsmonitor.envelope.events.LineBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * Writes each logging event as one line of JSON with the fields of the lifecycle lines, the ids of
 * the MDC among them; a lifecycle line that comes through a logger is written as it is.
 *
 * <p>The event of a line is its key {@code event}, else the name of its marker, else {@code log}.
 */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private final ThreadLocal<LineBuffer> buffers = ThreadLocal.withInitial(LineBuffer::new);
  private LineRenderer renderer = new LineRenderer("unknown");

  /** The name of the service, as set in the configuration. */
  public void setService(String service) {
    renderer = new LineRenderer(service);
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    LineBuffer line = buffers.get();
    line.fill(lifecycleEvent(event));
    return Arrays.copyOf(line.bytes(), line.length());
  }

  @Override
  public byte @Nullable [] headerBytes() {
    return null;
  }

  @Override
  public byte @Nullable [] footerBytes() {
    return null;
  }

  private LifecycleEvent lifecycleEvent(ILoggingEvent event) {
    Object[] arguments = event.getArgumentArray();
    if (arguments != null
        && arguments.length == 1
        && arguments[0] instanceof LifecycleEvent ready
        && "{}".equals(event.getMessage())) {
      return ready;
    }
    return renderer.event(
        level(event), event.getInstant(), event.getFormattedMessage(), fields(event));
  }

  /** Debugging is information in the three words of section 7B; which kind, a field says. */
  private static Level level(ILoggingEvent event) {
    return switch (event.getLevel().toInt()) {
      case ch.qos.logback.classic.Level.ERROR_INT -> Level.ERROR;
      case ch.qos.logback.classic.Level.WARN_INT -> Level.WARN;
      default -> Level.INFO;
    };
  }

  private static Map<String, @Nullable Object> fields(ILoggingEvent event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(event.getMDCPropertyMap());
    fields.put("logger", event.getLoggerName());
    fields.put("thread", event.getThreadName());
    if (event.getLevel().toInt() < ch.qos.logback.classic.Level.INFO_INT) {
      fields.put("detail", event.getLevel().toString());
    }
    if (event.getMarkerList() != null) {
      for (Marker marker : event.getMarkerList()) {
        fields.putIfAbsent(Fields.EVENT, marker.getName());
      }
    }
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        fields.put(pair.key, pair.value);
      }
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      String message = thrown.getMessage();
      fields.put(
          Fields.ERROR,
          message == null ? thrown.getClassName() : thrown.getClassName() + ": " + message);
      fields.put(Fields.STACK_TRACE, ThrowableProxyUtil.asString(thrown));
    }
    return fields;
  }
}
