package io.streamsmonitor.core.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream at one look, by its counters and ids alone.
 *
 * @param added entries ever added, or null before 7.0
 * @param first id of the oldest entry, or null when empty
 * @param last id of the newest entry, or null when empty
 * @param generated the highest id the stream ever had
 * @param maxDeleted the highest id removed by XDEL, or null before 7.0
 */
public record StreamMark(
    long length,
    @Nullable Long added,
    @Nullable StreamId first,
    @Nullable StreamId last,
    StreamId generated,
    @Nullable StreamId maxDeleted) {

  /** The same with another length, of which nothing else is known. */
  public StreamMark withLength(long other) {
    return new StreamMark(other, added, first, last, generated, maxDeleted);
  }

  /**
   * Whether both looks saw the very same entries: an addition would have raised the generated id, a
   * removal alone would have lowered the length.
   */
  public boolean sameEntries(StreamMark other) {
    return length == other.length
        && generated.equals(other.generated)
        && Objects.equals(first, other.first);
  }

  /** Whether this cannot be a later look at the same stream: it was deleted and made anew. */
  public boolean precedes(StreamMark other) {
    return generated.compareTo(other.generated) < 0;
  }
}
