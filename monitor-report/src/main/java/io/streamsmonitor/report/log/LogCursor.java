package io.streamsmonitor.report.log;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** One log on its way to the time line: surveys every line, stops at each message event. */
final class LogCursor implements AutoCloseable, Comparable<LogCursor> {
  /** A clock is not that wrong: a time without zone is another zone's. */
  private static final Duration ZONE = Duration.ofMinutes(15);

  private final LogReader reader;
  private final Arrivals arrivals;
  private final LogFile file;
  private final LogSurvey survey;
  private final Collection<String> streams;
  private @Nullable Instant clock;
  private @Nullable LifecycleEvent current;

  /**
   * @param streams names that plain lines may speak of
   */
  LogCursor(LogFile file, LogSurvey survey, Collection<String> streams) throws IOException {
    this.file = file;
    this.survey = survey;
    this.streams = streams;
    this.reader = new LogReader(file);
    this.arrivals = new Arrivals(file);
  }

  /** Goes to the next event; false where the log has no more. */
  boolean advance() throws IOException {
    LogLine line = reader.next();
    while (line != null) {
      LogFields fields = LogFields.of(line.text());
      Instant said = said(line, fields);
      clock = said == null ? clock : said;
      survey.line(line, fields, said);
      LifecycleEvent event = fields == null ? null : LifecycleEvent.of(line, fields, clock);
      if (event == null && !survey.instrumented()) {
        event = PlainEvents.of(line, fields, clock, streams);
      }
      if (event != null) {
        current = event;
        return true;
      }
      line = reader.next();
    }
    return false;
  }

  /** When the line says it was written, else when it arrived. */
  private @Nullable Instant said(LogLine line, @Nullable LogFields fields) throws IOException {
    Instant said = fields == null ? null : fields.time();
    Instant arrived = arrivals.at(line.offset());
    if (said == null && (fields == null || !fields.record())) {
      Instant plain = LogFields.plainTime(line.text());
      boolean elsewhere =
          plain != null
              && arrived != null
              && Duration.between(plain, arrived).abs().compareTo(ZONE) >= 0;
      said = elsewhere ? null : plain;
    }
    return said == null ? arrived : said;
  }

  LifecycleEvent event() {
    if (current == null) {
      throw new IllegalStateException("advance() first");
    }
    return current;
  }

  private Instant time() {
    Instant at = event().at();
    return at == null ? Instant.EPOCH : at;
  }

  /** Earlier first; a publication before what it causes; then by file, so that it is always so. */
  @Override
  public int compareTo(LogCursor other) {
    int byTime = time().compareTo(other.time());
    int byKind = byTime != 0 ? byTime : event().kind().compareTo(other.event().kind());
    return byKind != 0 ? byKind : file.name().compareTo(other.file.name());
  }

  @Override
  public void close() throws IOException {
    arrivals.close();
    reader.close();
  }
}
