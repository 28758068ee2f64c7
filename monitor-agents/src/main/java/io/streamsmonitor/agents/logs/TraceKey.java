package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.trace.StackTrace;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What tells one trace from another, short enough to be read. */
final class TraceKey {
  private TraceKey() {}

  static String of(StackTrace stack, String header) {
    boolean bare = stack.links().stream().allMatch(link -> link.frames().isEmpty());
    CRC32 sum = new CRC32();
    sum.update(stack.fingerprint().getBytes(StandardCharsets.UTF_8));
    // The letters of the sum keep it out of what a fingerprint masks as a number.
    String letters = Long.toString(sum.getValue(), 36).replaceAll("[0-9]", "z");
    return bare ? stack.chain() + ": " + header : stack.chain() + " " + letters;
  }
}
