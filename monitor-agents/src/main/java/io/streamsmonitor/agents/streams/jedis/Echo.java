package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.Checksum;

/**
 * Length and checksums of the last reply to a question: most streams say at every look what they
 * said before, and such a reply need not be read again. The bytes themselves hold payload and are
 * not kept. A reply ends where its own lengths say, so bytes that begin like the last one are that
 * one; no two replies of a fleet share their 64 bits.
 */
final class Echo {
  private int length;
  private long sum;

  /** Bytes of the last reply; 0 where there is none to compare with. */
  int length() {
    return length;
  }

  /** Whether the bytes from {@code at} on begin with the last reply. */
  boolean heard(byte[] bytes, int at, Checksum checks) {
    return checks.of(bytes, at, length) == sum;
  }

  void take(byte[] bytes, int at, int count, Checksum checks) {
    length = count;
    sum = checks.of(bytes, at, count);
  }

  void forget() {
    length = 0;
  }
}
