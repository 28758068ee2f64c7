package io.streamsmonitor.agents.logs.scan;

/** Lines in a row that need not be read: how many of each kind, and the two at the ends. */
public final class CalmRun {
  /** A step back of this much is for the reader to judge; a little less than what it reports. */
  public static final int BACKWARDS_MS = 999;

  private final int[] counts = new int[LineScan.TEXT + 1];
  private int total;
  private int firstKind;
  private int firstFrom;
  private int firstTo;
  private int textFrom;
  private int textTo;
  private int textIndex;
  private long firstMillis;
  private int lastFrom;
  private int lastTo;
  private long lastMillis;

  void add(int kind, int from, int to, long millis) {
    if (total == 0) {
      firstKind = kind;
      firstFrom = from;
      firstTo = to;
      firstMillis = millis;
    }
    if (kind == LineScan.TEXT && counts[kind] == 0) {
      textFrom = from;
      textTo = to;
      textIndex = total;
    }
    counts[kind]++;
    total++;
    lastFrom = from;
    lastTo = to;
    lastMillis = millis;
  }

  void clear() {
    counts[LineScan.JSON] = 0;
    counts[LineScan.LOGFMT] = 0;
    counts[LineScan.TEXT] = 0;
    total = 0;
  }

  public int total() {
    return total;
  }

  public int count(int kind) {
    return counts[kind];
  }

  public int firstKind() {
    return firstKind;
  }

  public int firstFrom() {
    return firstFrom;
  }

  public int firstTo() {
    return firstTo;
  }

  /** Where the first plain line begins, if there is one. */
  public int textFrom() {
    return textFrom;
  }

  public int textTo() {
    return textTo;
  }

  /** Which line of the run it is, from 0. */
  public int textIndex() {
    return textIndex;
  }

  public long firstMillis() {
    return firstMillis;
  }

  public int lastFrom() {
    return lastFrom;
  }

  public int lastTo() {
    return lastTo;
  }

  public long lastMillis() {
    return lastMillis;
  }
}
