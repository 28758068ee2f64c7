package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stream at one look, as far as lags depend on it.
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

  public static StreamMark of(StreamSnapshot s) {
    return new StreamMark(
        s.length(), s.entriesAdded(), s.firstId(), s.lastId(), s.lastGenerated(), s.maxDeleted());
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
