package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;

/** What the analyst could not see; the absence of findings is then no health. */
public final class StreamGap {
  /** Redis itself did not answer. */
  private static final RuleInfo REDIS_LOST =
      RuleInfo.of(
          "stream.redis-lost",
          "COVERAGE_GAP",
          Severity.HIGH,
          "Redis does not answer; streams are not watched meanwhile",
          "Between the loss and the return nothing about streams is known.",
          "Look at the server's log and at the network between; the analyst reconnects by itself.");

  /** A part of the server refused to be looked at. */
  private static final RuleInfo UNSEEN =
      RuleInfo.of(
          "stream.unseen",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "A part of Redis could not be looked at",
          "A missing permission or a failing key hides streams; silence about them is not health.",
          "Grant what the sentence names, or exclude the stream from the watch.");

  /** A stream is no longer there. */
  private static final RuleInfo VANISHED =
      RuleInfo.of(
          "stream.vanished",
          "ORPHANED_STREAM",
          Severity.INFO,
          "A stream disappeared",
          "Its key was deleted, renamed, expired or replaced by another type while it was watched;"
              + " unread and pending entries went with it.",
          "Find out who removed it; streams are trimmed, not deleted.");

  private StreamGap() {}

  /** What is known of each of them, for the catalogue of rules. */
  public static List<RuleInfo> infos() {
    return List.of(REDIS_LOST, UNSEEN, VANISHED);
  }

  static Draft lost(String reason) {
    return Draft.of(REDIS_LOST)
        .evidence(reason)
        .hypothesis("The server stopped, restarts, or cannot be reached from here.");
  }

  static Draft unseen(String sentence) {
    return Draft.of(UNSEEN)
        .qualifier(sentence)
        .severity(sentence.endsWith("(optional)") ? Severity.INFO : UNSEEN.severity())
        .title("Not seen: " + sentence)
        .evidence(sentence)
        .hypothesis("Not permitted, or not answered, for the user that the monitor connects as.");
  }

  static Draft vanished(String stream) {
    return Draft.of(VANISHED).stream(stream)
        .title("Stream " + stream + " disappeared")
        .evidence("> XINFO STREAM " + StreamDraft.quoted(stream) + "\nERR no such key")
        .hypothesis("DEL, UNLINK, RENAME, an expiry, FLUSHDB, or another type under the same key.");
  }
}
