package io.streamsmonitor.envelope;

/**
 * The two numbers of an entry's id.
 *
 * @param millis the time by Redis' clock
 */
record EntryId(long millis, long sequence) {
  static final EntryId NONE = new EntryId(0, 0);

  /** Reads an id; that of no entry when this is no whole one. */
  static EntryId of(byte[] text) {
    int dash = 0;
    while (dash < text.length && text[dash] != '-') {
      dash++;
    }
    long millis = number(text, 0, dash);
    long sequence = number(text, dash + 1, text.length);
    return millis < 0 || sequence < 0 ? NONE : new EntryId(millis, sequence);
  }

  @Override
  public int hashCode() {
    return (int) (31 * millis + sequence);
  }

  private static long number(byte[] text, int from, int to) {
    if (from >= to || to - from > 18) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
