package io.streamsmonitor.agents.streams;

import java.util.Arrays;

/**
 * The newest 40 samples of a few counters, in primitive columns: ten thousand streams with three
 * groups each stay below 64 MB. Values beyond the range of an int are cut to it.
 */
public final class Samples {
  static final int LIMIT = 40;

  private final int columns;
  private long epoch;
  private int[] cells = new int[0];
  private int size;
  private int next;

  public Samples(int columns) {
    this.columns = columns;
  }

  /** Appends a sample; the oldest one leaves a full ring. */
  public void add(long atMs, long... values) {
    if (size == 0) {
      epoch = atMs;
    }
    grow(columns + 1);
    write(next, atMs, values);
    step();
  }

  private void grow(int width) {
    if (size < LIMIT && cells.length < (size + 1) * width) {
      cells = Arrays.copyOf(cells, Math.min(LIMIT, Math.max(5, size * 2)) * width);
    }
  }

  private void step() {
    next = next + 1 == LIMIT ? 0 : next + 1;
    size = Math.min(LIMIT, size + 1);
  }

  /** Appends the newest sample once more, at a later time. */
  public void repeat(long atMs) {
    int width = columns + 1;
    int from = row(0) * width;
    grow(width);
    System.arraycopy(cells, from, cells, next * width, width);
    cells[next * width] = cut(atMs - epoch);
    step();
  }

  /** Puts a sample in the place of the newest one. */
  public void replace(long atMs, long... values) {
    if (size == 0) {
      add(atMs, values);
    } else {
      write(row(0), atMs, values);
    }
  }

  private void write(int row, long atMs, long... values) {
    int start = row * (columns + 1);
    cells[start] = cut(atMs - epoch);
    for (int c = 0; c < columns; c++) {
      cells[start + 1 + c] = cut(values[c]);
    }
  }

  private static int cut(long value) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  public int size() {
    return size;
  }

  /** Milliseconds of the sample so many before the newest. */
  public long at(int back) {
    return epoch + cells[row(back) * (columns + 1)];
  }

  /** A counter of the sample so many before the newest. */
  public long value(int column, int back) {
    return cells[row(back) * (columns + 1) + 1 + column];
  }

  /** How far a counter rose over the newest {@code intervals}; as many as there are at most. */
  public long rise(int column, int intervals) {
    int back = Math.min(intervals, size - 1);
    return back < 1 ? 0 : value(column, 0) - value(column, back);
  }

  /** How many intervals in a row, up to the newest, the counter rose in. */
  public int risesInARow(int column) {
    int rises = 0;
    while (rises + 1 < size && value(column, rises) > value(column, rises + 1)) {
      rises++;
    }
    return rises;
  }

  /** How many rises there were since the counter last fell, up to the newest sample. */
  public int risesSinceFall(int column) {
    int rises = 0;
    for (int back = 0; back + 1 < size; back++) {
      long step = value(column, back) - value(column, back + 1);
      if (step < 0) {
        return rises;
      }
      rises += step > 0 ? 1 : 0;
    }
    return rises;
  }

  /** How many intervals, up to the newest, the counter has not fallen in. */
  public int intervalsSinceFall(int column) {
    int back = 0;
    while (back + 1 < size && value(column, back) >= value(column, back + 1)) {
      back++;
    }
    return back;
  }

  private int row(int back) {
    if (back < 0 || back >= size) {
      throw new IndexOutOfBoundsException(back + " back of " + size + " samples");
    }
    int row = next - 1 - back;
    return row < 0 ? row + LIMIT : row;
  }
}
