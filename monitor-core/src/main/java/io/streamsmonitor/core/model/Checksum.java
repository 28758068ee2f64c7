package io.streamsmonitor.core.model;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * 64 bits by which bytes are known again where they need not or must not be kept; made one after
 * the other, by one thread. Two cyclic checks of different polynomials: the virtual machine has
 * each as an instruction from the first call on, and they do not fail together by chance.
 */
public final class Checksum {
  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();

  /** Of {@code count} bytes from {@code at} on. */
  public long of(byte[] bytes, int at, int count) {
    one.reset();
    one.update(bytes, at, count);
    other.reset();
    other.update(bytes, at, count);
    return one.getValue() << 32 | other.getValue();
  }
}
