package io.streamsmonitor.core.model;

import org.jspecify.annotations.Nullable;

/**
 * An entry id {@code <milliseconds>-<sequence>}; both parts are unsigned 64-bit numbers.
 *
 * @param ms Unix milliseconds where the server chose the id; anything where the producer did
 * @param seq distinguishes entries of one millisecond
 */
public record StreamId(long ms, long seq) implements Comparable<StreamId> {
  public static final StreamId ZERO = new StreamId(0, 0);

  /** 2010-01-01, before Redis Streams: an older id was not made from a clock. */
  private static final long FIRST_PLAUSIBLE_MS = 1_262_304_000_000L;

  private static final long FUTURE_MS = 60_000;

  /** Reads {@code ms-seq} or {@code ms}. */
  public static StreamId parse(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? new StreamId(Long.parseUnsignedLong(text), 0)
        : new StreamId(
            Long.parseUnsignedLong(text, 0, dash, 10),
            Long.parseUnsignedLong(text, dash + 1, text.length(), 10));
  }

  /** Reads an id, or null where the text is none. */
  public static @Nullable StreamId tryParse(@Nullable String text) {
    try {
      return text == null ? null : parse(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Milliseconds since it was produced, or -1 where the id was not made from a clock. */
  public long ageMs(long nowMs) {
    boolean plausible = ms >= FIRST_PLAUSIBLE_MS && ms <= nowMs + FUTURE_MS;
    return plausible ? Math.max(0, nowMs - ms) : -1;
  }

  @Override
  public int compareTo(StreamId other) {
    int byMs = Long.compareUnsigned(ms, other.ms);
    return byMs != 0 ? byMs : Long.compareUnsigned(seq, other.seq);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(ms) + "-" + Long.toUnsignedString(seq);
  }
}
