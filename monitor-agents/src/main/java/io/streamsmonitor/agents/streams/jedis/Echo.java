package io.streamsmonitor.agents.streams.jedis;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Length and checksums of the last reply to a question: most streams say at every look what they
 * said before, and such a reply need not be read again. The bytes themselves hold payload and are
 * not kept. A reply ends where its own lengths say, so bytes that begin like the last one are that
 * one. Two cyclic checks of different polynomials, because the virtual machine has each as an
 * instruction from the first call on: together 64 bits, which no two replies of a fleet share.
 */
final class Echo {
  private int length;
  private long sum;

  /** Bytes of the last reply; 0 where there is none to compare with. */
  int length() {
    return length;
  }

  /** Whether the bytes from {@code at} on begin with the last reply. */
  boolean heard(byte[] bytes, int at, Sum checks) {
    return checks.of(bytes, at, length) == sum;
  }

  void take(byte[] bytes, int at, int count, Sum checks) {
    length = count;
    sum = checks.of(bytes, at, count);
  }

  void forget() {
    length = 0;
  }

  /** Makes checksums, one after the other. */
  static final class Sum {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    long of(byte[] bytes, int at, int count) {
      one.reset();
      one.update(bytes, at, count);
      other.reset();
      other.update(bytes, at, count);
      return one.getValue() << 32 | other.getValue();
    }
  }
}
