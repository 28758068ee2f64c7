package io.streamsmonitor.envelope.events;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of lines, reused from line to line. For one thread at a time. */
public final class LineBuffer extends JsonText {
  /** A buffer that once had to hold a huge line gives the memory back. */
  private static final int KEEP = 64 * 1024;

  private final String[] known = new String[128];
  private final TimeText times = new TimeText();
  private int lines;

  public LineBuffer() {
    Arrays.fill(known, "");
  }

  /** How many lines have ended in here. */
  public int lines() {
    return lines;
  }

  /** Begins a line: all up to the message. */
  public void begin(
      Level level,
      long epochMillis,
      String service,
      @Nullable String correlationId,
      @Nullable String traceId,
      String event) {
    JsonLine.head(this, level, epochMillis, service, correlationId, traceId, event);
  }

  /** The message, given in pieces. */
  public void message(String verb, String object, String link, String place) {
    put('"');
    known(verb);
    escaped(object);
    known(link);
    known(place);
    put('"');
  }

  /** How long it took and what went wrong, behind the message. */
  public void measured(long durationMs, @Nullable String error) {
    JsonLine.tail(this, durationMs, error);
  }

  /** A field of the event, behind the common ones; values as those of a lifecycle event. */
  public void field(String name, @Nullable Object value) {
    JsonLine.field(this, name, value);
  }

  /** Ends the line. */
  public void end() {
    put('}');
    lineEnd();
  }

  /** Replaces the content by this event as one line, line end included. */
  public void fill(LifecycleEvent event) {
    clear();
    JsonLine.write(event, this);
    lineEnd();
  }

  /** Forgets the content. */
  public void clear() {
    clear(KEEP);
    lines = 0;
  }

  void instant(Instant instant) {
    instant(instant.toEpochMilli());
  }

  /** {@code 2026-05-01T10:00:00.123Z}. */
  public void instant(long epochMillis) {
    ascii(times.of(epochMillis));
  }

  /**
   * A text that comes again and again, such as the name of the service: by its second time it is
   * known to stand for itself.
   */
  void known(String text) {
    int slot = text.hashCode() & known.length - 1;
    if (known[slot].equals(text)) {
      ascii(text);
      return;
    }
    int before = length();
    escaped(text);
    if (length() - before == text.length() && text.length() <= 64) {
      // As long as before: nothing was escaped or took two bytes.
      known[slot] = text;
    }
  }

  /** As {@link #quoted} for a text that comes again and again. */
  void quotedKnown(String text) {
    put('"');
    known(text);
    put('"');
  }

  private void lineEnd() {
    put('\n');
    lines++;
  }
}
