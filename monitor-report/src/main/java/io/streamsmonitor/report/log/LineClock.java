package io.streamsmonitor.report.log;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the lines of one log were written; asked for in the order of the file. */
public final class LineClock implements AutoCloseable {
  /** A clock is not that wrong: a time without zone is another zone's. */
  private static final Duration ZONE = Duration.ofMinutes(15);

  private final Arrivals arrivals;

  public LineClock(LogFile file) throws IOException {
    this.arrivals = new Arrivals(file);
  }

  /** When the line says it was written, else when it arrived; null where nothing tells. */
  public @Nullable Instant said(LogLine line, @Nullable LogFields fields) throws IOException {
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

  @Override
  public void close() throws IOException {
    arrivals.close();
  }
}
