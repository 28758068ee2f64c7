package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFields;
import io.streamsmonitor.report.log.LogFile;
import io.streamsmonitor.report.log.LogLine;
import io.streamsmonitor.report.log.LogReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the logs and keeps the lines that name an id. */
final class Reading {
  private final IdMatch match;
  private final Redactor redactor;
  private final Map<String, List<TraceEvent>> byId;
  private @Nullable Instant end;
  private long more;

  Reading(IdMatch match, Redactor redactor, Map<String, List<TraceEvent>> byId) {
    this.match = match;
    this.redactor = redactor;
    this.byId = byId;
  }

  void read(LogFile log) throws IOException {
    Instant clock = null;
    try (LogReader reader = new LogReader(log)) {
      for (LogLine line = reader.next(); line != null; line = reader.next()) {
        LogFields fields = LogFields.of(line.text());
        Instant said = fields == null ? LogFields.plainTime(line.text()) : fields.time();
        clock = said == null ? clock : said;
        keep(line, fields, clock);
      }
    }
    if (clock != null && (end == null || clock.isAfter(end))) {
      end = clock;
    }
  }

  private void keep(LogLine line, @Nullable LogFields fields, @Nullable Instant at) {
    String id = match.in(line.text(), fields);
    if (id == null) {
      return;
    }
    List<TraceEvent> events = byId.computeIfAbsent(id, k -> new ArrayList<>());
    if (events.size() < Trace.LIMIT) {
      events.add(event(line, fields, at));
    } else {
      more++;
    }
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
