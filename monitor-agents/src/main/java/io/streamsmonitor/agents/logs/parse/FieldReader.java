package io.streamsmonitor.agents.logs.parse;

import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a structured line mean, whichever library named them. */
final class FieldReader {
  private static final String[] TIME = {
    "timestamp",
    "@timestamp",
    "time",
    "ts",
    "timeMillis",
    "datetime",
    "date",
    "Timestamp",
    "@t",
    "instant.epochSecond",
    "observedTimestamp",
    "timeUnixNano",
    "observedTimeUnixNano",
    "asctime",
    "t"
  };
  private static final String[] LEVEL = {
    "level",
    "severity",
    "log.level",
    "lvl",
    "levelname",
    "loglevel",
    "severityText",
    "SeverityText",
    "@l",
    "Level",
    "log_level",
    "priority"
  };
  private static final String[] MESSAGE = {
    // Logback has the template under "message".
    "formattedMessage",
    "message",
    "msg",
    "body",
    "Body",
    "body.stringValue",
    "event.original",
    "@m",
    "@mt",
    "Message",
    "text",
    "log"
  };
  private static final String[] STACK = {
    "stack_trace",
    "stackTrace",
    "stack",
    "error.stack_trace",
    "error.stack",
    "err.stack",
    "stacktrace",
    "errorVerbose",
    "exception.stacktrace",
    "exception.stackTrace",
    "exception.stack_trace",
    "exception.stack",
    "error.stackTrace",
    "err.stacktrace",
    "throwable",
    "traceback",
    "exc_text",
    "attributes.exception.stacktrace",
    "exc_info",
    "exception",
    "@x",
    "thrown.extendedStackTrace",
    "error"
  };
  private static final String[] LOGGER = {
    "logger",
    "logger_name",
    "log.logger",
    "loggerName",
    "scope.name",
    "instrumentationScope.name",
    "name",
    "component",
    "caller",
    "module"
  };
  private static final String[] CORRELATION = {
    "correlationId",
    "correlation_id",
    "correlation-id",
    "requestId",
    "request_id",
    "reqId",
    "req.id",
    "x-request-id",
    "mdc.correlationId",
    "context.correlationId",
    "cid"
  };
  private static final String[] TRACE = {
    "traceId", "trace_id", "trace.id", "TraceId", "dd.trace_id", "mdc.traceId", "trace"
  };
  private static final String[] EVENT = {"event", "event.action", "event_name", "eventName"};
  private static final String[] STREAM_ID = {"messageId", "streamId", "entryId", "message_id"};

  private static final String[] HOLDERS = {"fields.", "@fields.", "log.", "jsonPayload.", "data."};

  private FieldReader() {}

  static LogEvent event(RawLine raw, String text, LineFormat format, Map<String, String> fields) {
    String message = text(fields, MESSAGE);
    String stated = StatedError.in(fields);
    String error = stated == null ? "" : stated;
    String event = first(fields, EVENT);
    String stack = stack(fields);
    String id = first(fields, STREAM_ID);
    String said = message.isEmpty() && event != null ? event : message;
    String whole = error.isEmpty() || said.contains(error) ? said : said + ": " + error;
    return new LogEvent(
        raw,
        text,
        format,
        time(fields, raw.arrived()),
        level(fields),
        first(fields, LOGGER),
        whole.isEmpty() ? text : whole,
        first(fields, CORRELATION),
        first(fields, TRACE),
        id != null && References.streamId(id) != null ? id : References.streamId(text),
        event,
        stack,
        fields);
  }

  private static @Nullable String stack(Map<String, String> fields) {
    for (String name : STACK) {
      String value = fields.get(name);
      if (value != null && value.indexOf('\n') > 0) {
        return value;
      }
    }
    String message = text(fields, MESSAGE);
    return message.indexOf('\n') > 0 && message.contains("\n") && message.contains("at ")
        ? message
        : null;
  }

  private static @Nullable LogTime time(Map<String, String> fields, Instant near) {
    for (String name : TIME) {
      String value = fields.get(name);
      if (value != null) {
        TimeText.Found found = TimeText.at(value, 0, near);
        LogTime time = found == null ? TimeText.unix(value) : found.time();
        if (time != null) {
          return time;
        }
      }
    }
    return null;
  }

  private static @Nullable LogLevel level(Map<String, String> fields) {
    for (String name : LEVEL) {
      String value = held(fields, name);
      if (value != null && value.matches("\\d{2}")) {
        return LogLevel.ofTens(Integer.parseInt(value));
      }
      LogLevel level = value == null ? null : LogLevel.of(value.strip());
      if (level != null) {
        return level;
      }
    }
    String number =
        fields.getOrDefault("severityNumber", fields.getOrDefault("SeverityNumber", ""));
    return number.matches("\\d{1,2}") ? LogLevel.ofSeverityNumber(Integer.parseInt(number)) : null;
  }

  private static String text(Map<String, String> fields, String... names) {
    String value = held(fields, names);
    return value == null ? "" : value;
  }

  private static @Nullable String first(Map<String, String> fields, String... names) {
    for (String name : names) {
      String value = fields.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** The same, else from within the object that holds everything: {@code fields.message}. */
  private static @Nullable String held(Map<String, String> fields, String... names) {
    String value = first(fields, names);
    for (int i = 0; value == null && i < HOLDERS.length; i++) {
      String holder = HOLDERS[i];
      String[] inner = new String[names.length];
      Arrays.setAll(inner, n -> holder + names[n]);
      value = first(fields, inner);
    }
    return value;
  }
}
