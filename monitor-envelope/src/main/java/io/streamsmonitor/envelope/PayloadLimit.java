package io.streamsmonitor.envelope;

/** Keeps payloads out of Redis that would hold up everybody who reads the stream. */
record PayloadLimit(int maxBytes) {
  static final int USUAL_BYTES = 1024 * 1024;

  /** The payload, when it is small enough. */
  String check(String stream, String payload) {
    // Three bytes a character at most: nearly every payload is done here.
    if (payload.length() > maxBytes / 3) {
      long bytes = utf8Length(payload);
      if (bytes > maxBytes) {
        throw new PayloadTooLargeException(stream, bytes, maxBytes);
      }
    }
    return payload;
  }

  private static long utf8Length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Both halves of a pair count two.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
