package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFields;
import io.streamsmonitor.report.log.LogFile;
import io.streamsmonitor.report.log.LogLine;
import io.streamsmonitor.report.log.LogReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the logs and keeps the lines that name an id. Only those are taken apart: of a
 * gigabyte of lines a handful does.
 */
final class Reading {
  /** Lines back that may lend their time to one without: a long stack trace. */
  private static final int BACK = 200;

  private final LineMatch match;
  private final Redactor redactor;
  private final Map<String, List<TraceEvent>> byId;
  private final Deque<String> before = new ArrayDeque<>();
  private @Nullable Instant end;
  private long more;

  Reading(LineMatch match, Redactor redactor, Map<String, List<TraceEvent>> byId) {
    this.match = match;
    this.redactor = redactor;
    this.byId = byId;
  }

  void read(LogFile log) throws IOException {
    before.clear();
    try (LogReader reader = new LogReader(log)) {
      for (LogLine line = reader.next(); line != null; line = reader.next()) {
        if (match.names(line.text())) {
          keep(line, LogFields.of(line.text()));
        }
        before.addFirst(line.text());
        if (before.size() > BACK) {
          before.removeLast();
        }
      }
    }
    Instant last = lastTime();
    if (last != null && (end == null || last.isAfter(end))) {
      end = last;
    }
  }

  private void keep(LogLine line, @Nullable LogFields fields) {
    String id = match.in(line.text(), fields);
    if (id == null) {
      return;
    }
    List<TraceEvent> events = byId.computeIfAbsent(id, k -> new ArrayList<>());
    if (events.size() < Trace.LIMIT) {
      Instant said = time(line.text(), fields);
      events.add(event(line, fields, said == null ? lastTime() : said));
    } else {
      more++;
    }
  }

  private static @Nullable Instant time(String text, @Nullable LogFields fields) {
    return fields == null ? LogFields.plainTime(text) : fields.time();
  }

  /** The time of the line before, or of the one before that, and so on. */
  private @Nullable Instant lastTime() {
    for (String text : before) {
      Instant said = time(text, LogFields.of(text));
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /** The last time that any log names, or null. */
  @Nullable Instant end() {
    return end;
  }

  /** Lines that were not kept. */
  long more() {
    return more;
  }

  private TraceEvent event(LogLine line, @Nullable LogFields fields, @Nullable Instant at) {
    LifecycleEvent lifecycle = fields == null ? null : LifecycleEvent.of(line, fields, at);
    String service = fields == null ? null : fields.text("service");
    String message = fields == null ? line.text() : fields.text("message", "msg");
    return new TraceEvent(
        at,
        service == null ? line.service() : service,
        fields == null ? null : fields.text("event"),
        fields == null ? null : LifecycleEvent.correlationId(fields),
        fields == null ? null : LifecycleEvent.messageId(fields),
        redactor.redact(message == null ? line.text() : message),
        lifecycle,
        line.file(),
        line.offset());
  }
}
