package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.core.model.Checksum;
import java.nio.ByteBuffer;
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

  /** Quick, as everything is read through it. */
  static long content(byte[] bytes) {
    return new Checksum().of(bytes, 0, bytes.length);
  }
}
