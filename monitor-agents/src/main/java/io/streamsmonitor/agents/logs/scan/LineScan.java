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
  private static final long LOW = 0x0101010101010101L;
  private static final long SPACES = LOW * ' ';
  private static final long LETTERS = LOW * 'a';
  private static final long FEEDS = LOW * '\n';
  private static final long SLASHES = LOW * '\\';

  private final NeedleTable needles;
  private final IsoTime time = new IsoTime();
  private final JsonHead json = new JsonHead(time);
  private final LogfmtHead logfmt = new LogfmtHead(time);
  private boolean odd;
  private boolean slash;

  public LineScan(NeedleTable needles) {
    this.needles = needles;
  }

  /**
   * Index of the line feed that ends the line at {@code from}, or {@code to}. The array must go on
   * for {@link NeedleTable#PADDING} bytes.
   */
  public int end(byte[] b, int from, int to) {
    long strange = 0;
    long slashes = 0;
    // Aligned, see NeedleTable; what is not of this line becomes a letter.
    int i = from & -8;
    long line = -1L << (8 * (from & 7));
    for (; ; i += 8) {
      long x = ((long) Newlines.LONG.get(b, i) & line) | (LETTERS & ~line);
      long feed = zero(x ^ FEEDS);
      boolean last = i + 8 >= to;
      if (feed != 0 || last) {
        int bytes = feed == 0 ? 8 : Long.numberOfTrailingZeros(feed) >>> 3;
        int end = Math.min(i + bytes, to);
        long before = end == i ? 0 : -1L >>> (64 - 8 * (end - i));
        x = (x & before) | (LETTERS & ~before);
        odd = ((strange | x | x - SPACES) & HIGH) != 0;
        slash = (slashes | zero(x ^ SLASHES)) != 0;
        return end;
      }
      line = -1;
      strange |= x | x - SPACES;
      slashes |= zero(x ^ SLASHES);
    }
  }

  private static long zero(long x) {
    return x - LOW & ~x & HIGH;
  }

  /**
   * What the line at {@code [from, to)}, without its end, is. Its end was found by {@link #end}.
   */
  public int look(byte[] b, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return READ;
    }
    if (odd && (b[to] != '\r' || !plain(b, from, to))) {
      return READ;
    }
    if (slash && telling(b, from, to)) {
      return READ;
    }
    int kind = kind(b, from, to);
    return kind == READ || needles.in(b, from, to) ? READ : kind;
  }

  /** Whether a backslash begins a line feed in a JSON value, or a path of Windows. */
  private static boolean telling(byte[] b, int from, int to) {
    for (int i = from + 1; i + 1 < to; i++) {
      if (b[i] == '\\' && (b[i + 1] == 'n' || b[i - 1] == ':')) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line is plain ASCII and names a time in a layout that is known. */
  public boolean timed(byte[] b, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST || !plain(b, from, to)) {
      return false;
    }
    byte first = b[from];
    if (first == '{') {
      return b[to - 1] == '}' && json.timed(b, from, to);
    }
    if (first == '[' || (first >= '0' && first <= '9')) {
      return time.read(b, first == '[' ? from + 1 : from, to) > 0;
    }
    return logfmt.timed(b, from, to);
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
