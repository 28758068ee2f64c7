package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;

/** Tells from the counters whether a stream is trimmed (MAXLEN, MINID or XTRIM, by whomever). */
final class CapDetector {
  /** Intervals with additions and without a removal after which a stream counts as uncapped. */
  private static final int ADDITIONS = 3;

  private CapDetector() {}

  /**
   * The verdict on what lies between two looks.
   *
   * @param then the first look at the stream
   * @param now the newest look
   * @param additions intervals between them in which entries were added
   */
  static Cap detect(StreamMark then, StreamMark now, int additions) {
    Long added = now.added();
    boolean shrunk = added != null && added > now.length();
    boolean neverDeleted = now.maxDeleted() != null && now.maxDeleted().equals(StreamId.ZERO);
    if ((shrunk && neverDeleted) || frontMoved(then, now)) {
      return Cap.CAPPED;
    }
    boolean whole = added == null ? additions > 0 && sameFront(then, now) : added == now.length();
    return whole && additions >= ADDITIONS ? Cap.UNCAPPED : Cap.UNKNOWN;
  }

  /** The oldest entries left, and deleting single entries does not explain it. */
  private static boolean frontMoved(StreamMark then, StreamMark now) {
    StreamId before = then.first();
    StreamId first = now.first();
    if (before == null || first == null || first.compareTo(before) <= 0) {
      return false;
    }
    StreamId deleted = now.maxDeleted();
    return now.length() > 0
        && (deleted == null || deleted.equals(then.maxDeleted()) || deleted.compareTo(before) < 0);
  }

  private static boolean sameFront(StreamMark then, StreamMark now) {
    return then.first() != null && then.first().equals(now.first());
  }
}
