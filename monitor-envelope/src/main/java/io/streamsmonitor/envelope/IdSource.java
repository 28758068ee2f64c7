package io.streamsmonitor.envelope;

import java.security.SecureRandom;

/**
 * Random numbers of one thread. They have to be unique over all processes, not unguessable: a fast
 * generator (xoroshiro128++) that begins where no other does.
 */
final class IdSource {
  private static final SecureRandom SEEDS = new SecureRandom();
  private static final ThreadLocal<IdSource> OF_THREAD = ThreadLocal.withInitial(IdSource::new);

  private long low = SEEDS.nextLong();
  private long high = SEEDS.nextLong() | 1;

  private IdSource() {}

  static IdSource ofThread() {
    return OF_THREAD.get();
  }

  long next() {
    long result = Long.rotateLeft(low + high, 17) + low;
    long mixed = high ^ low;
    low = Long.rotateLeft(low, 49) ^ mixed ^ mixed << 21;
    high = Long.rotateLeft(mixed, 28);
    return result;
  }

  long nextNonZero() {
    long value = next();
    return value == 0 ? 1 : value;
  }
}
