package io.streamsmonitor.agents.logs.scan;

/**
 * Looks at a line as bytes and says whether it can be counted without being read: a JSON, logfmt or
 * plain line whose time is known and goes on, whose level is proven to be INFO or below, and that
 * has none of the needles. Everything else is to be read. Keeps what it learned of the last line.
 */
public final class LineScan {
  /** The line is to be read. */
  public static final int READ = 0;

  /** A calm JSON line. */
  public static final int JSON = 1;

  /** A calm logfmt line. */
  public static final int LOGFMT = 2;

  /** A calm plain line. */
  public static final int TEXT = 3;

  private static final int SHORTEST = 24;
  private static final int LONGEST = 8 << 10;
  private static final long HIGH = 0x8080808080808080L;
  private static final long SPACES = 0x2020202020202020L;

  private final NeedleTable needles;
  private final IsoTime time = new IsoTime();
  private final JsonHead json = new JsonHead(time);
  private final LogfmtHead logfmt = new LogfmtHead(time);

  public LineScan(NeedleTable needles) {
    this.needles = needles;
  }

  /** What the line at {@code [from, to)}, without its end, is. */
  public int look(byte[] b, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST || !plain(b, from, to)) {
      return READ;
    }
    int kind = kind(b, from, to);
    return kind == READ || needles.in(b, from, to) ? READ : kind;
  }

  /** The time of a line that {@link #look} did not want read, in milliseconds since 1970. */
  public long millis() {
    return time.millis();
  }

  private int kind(byte[] b, int from, int to) {
    byte first = b[from];
    boolean object = b[to - 1] == '}';
    if (first == '{') {
      return object && json.calm(b, from, to) ? JSON : READ;
    }
    if (object) {
      // A head before an object may still make it JSON.
      return READ;
    }
    if (first == '[' || (first >= '0' && first <= '9')) {
      int end = time.read(b, first == '[' ? from + 1 : from, to);
      return end > 0 && LevelProof.text(b, end, from, to) ? TEXT : READ;
    }
    return logfmt.calm(b, from, to) ? LOGFMT : READ;
  }

  /** Whether the line is nothing but printable ASCII. */
  private static boolean plain(byte[] b, int from, int to) {
    long odd = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long x = (long) Newlines.LONG.get(b, i);
      odd |= x | (x - SPACES);
    }
    for (; i < to; i++) {
      odd |= b[i] | (b[i] - 0x20);
    }
    return (odd & HIGH) == 0;
  }
}
