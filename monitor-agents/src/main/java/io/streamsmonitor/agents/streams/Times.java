package io.streamsmonitor.agents.streams;

/** When the newest looks were, for all samples that they took. */
final class Times {
  private final long[] ring = new long[Samples.LIMIT];
  private int size;
  private int next;

  void add(long atMs) {
    ring[next] = atMs;
    next = next + 1 == ring.length ? 0 : next + 1;
    size = Math.min(ring.length, size + 1);
  }

  /** The newest look was rather then. */
  void replace(long atMs) {
    ring[newest()] = atMs;
  }

  private int newest() {
    return next == 0 ? ring.length - 1 : next - 1;
  }

  /** Milliseconds of the look so many before the newest. */
  long at(int back) {
    if (back < 0 || back >= size) {
      throw new IndexOutOfBoundsException(back + " back of " + size + " looks");
    }
    return ring[(newest() - back + ring.length) % ring.length];
  }
}
