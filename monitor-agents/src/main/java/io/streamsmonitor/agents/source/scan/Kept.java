package io.streamsmonitor.agents.source.scan;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one file.
 *
 * @param content names the bytes
 * @param facts as {@link FactWriter} writes them; null where it was not parsed, or must be again
 */
record Kept(Stamp stamp, long content, Glance glance, @Nullable ByteBuffer facts) {

  Kept at(Stamp now) {
    return new Kept(now, content, glance, facts);
  }

  Kept with(ByteBuffer packed) {
    return new Kept(stamp, content, glance, packed);
  }

  boolean isOf(byte[] bytes) {
    return stamp.size() == bytes.length && content == content(bytes);
  }

  /** Two sums that do not fail together by chance; quick, as everything is read through it. */
  static long content(byte[] bytes) {
    CRC32 first = new CRC32();
    first.update(bytes);
    CRC32C second = new CRC32C();
    second.update(bytes);
    return first.getValue() << 32 | second.getValue();
  }
}
