package io.streamsmonitor.agents.streams.jedis;

import java.util.zip.CRC32;

/**
 * Length and checksum of the last reply to a question: most streams say at every look what they
 * said before, and such a reply need not be read again. The bytes themselves hold payload and are
 * not kept. A reply ends where its own lengths say, so bytes that begin like the last one are that
 * one. CRC-32 because the virtual machine has it as one instruction from the first call on; what
 * one reply in four billion could hide is read at the stream's next turn in the sweep.
 */
final class Echo {
  private final CRC32 crc = new CRC32();
  private int length;
  private int sum;

  /** Bytes of the last reply; 0 where there is none to compare with. */
  int length() {
    return length;
  }

  /** Whether the bytes from {@code at} on begin with the last reply. */
  boolean heard(byte[] bytes, int at) {
    return sum(bytes, at, length) == sum;
  }

  void take(byte[] bytes, int at, int count) {
    length = count;
    sum = sum(bytes, at, count);
  }

  private int sum(byte[] bytes, int at, int count) {
    crc.reset();
    crc.update(bytes, at, count);
    return (int) crc.getValue();
  }

  void forget() {
    length = 0;
  }
}
