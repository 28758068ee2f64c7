package io.streamsmonitor.envelope.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what one connection does with streams, whichever way the command was sent.
 *
 * <p>Called on the thread that uses the connection, around the round trip. What it throws is
 * swallowed: listening never fails a command.
 */
public interface StreamTap {
  /** An XADD is about to be written; fields appended now become part of the entry. */
  Receipt adding(AddedEntry entry);

  /**
   * Entries were delivered.
   *
   * @param group {@code null} for a plain XREAD
   */
  void delivered(
      String stream, @Nullable String group, @Nullable String consumer, List<RawEntry> entries);

  /** Redis has taken these ids out of the pending list, or some of them. */
  void acknowledged(String stream, String group, List<byte[]> messageIds, long count);

  /** What becomes of an XADD. */
  interface Receipt {
    /** Redis has stored the entry under this id. */
    void stored(byte[] messageId);

    /**
     * Redis refused it, the transaction was discarded, or the connection broke before the reply.
     */
    void refused(String error);
  }
}
