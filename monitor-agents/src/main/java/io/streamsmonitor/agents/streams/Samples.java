package io.streamsmonitor.agents.streams;

import java.util.Arrays;

/**
 * The newest 40 samples of a few counters, in primitive columns. Samples that say the same share a
 * row: what stands still costs as little as one sample. Values beyond the range of an int are cut
 * to it.
 */
public final class Samples {
  static final int LIMIT = 40;

  private final int width;
  private final Times times;

  /** Rows, oldest first: how many samples say so, and the counters. */
  private int[] cells = new int[0];

  private int rows;
  private int size;

  /** Samples of so many counters, one at each of the looks. */
  Samples(int columns, Times times) {
    this.width = columns + 1;
    this.times = times;
  }

  /** Appends a sample; the oldest one leaves when there are 40. */
  void add(long... values) {
    makeRoom();
    if (rows > 0 && newestSays(values)) {
      cells[(rows - 1) * width]++;
    } else {
      append(values);
    }
    size++;
  }

  /** Appends the newest sample once more. */
  void repeat() {
    makeRoom();
    cells[(rows - 1) * width]++;
    size++;
  }

  /** Puts a sample in the place of the newest one. */
  void replace(long... values) {
    if (size == 0) {
      add(values);
    } else if (!newestSays(values)) {
      int newest = (rows - 1) * width;
      if (--cells[newest] == 0) {
        rows--;
      }
      append(values);
    }
  }

  private void makeRoom() {
    if (size == LIMIT) {
      size--;
      if (--cells[0] == 0) {
        rows--;
        System.arraycopy(cells, width, cells, 0, rows * width);
      }
    }
  }

  private boolean newestSays(long... values) {
    int at = (rows - 1) * width + 1;
    for (int c = 0; c < values.length; c++) {
      if (cells[at + c] != cut(values[c])) {
        return false;
      }
    }
    return true;
  }

  private void append(long... values) {
    int at = rows * width;
    if (at == cells.length) {
      cells = Arrays.copyOf(cells, Math.min(LIMIT, Math.max(1, rows * 2)) * width);
    }
    cells[at] = 1;
    for (int c = 0; c < values.length; c++) {
      cells[at + 1 + c] = cut(values[c]);
    }
    rows++;
  }

  private static int cut(long value) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  public int size() {
    return size;
  }

  /** Milliseconds of the sample so many before the newest. */
  public long at(int back) {
    return times.at(back);
  }

  /** A counter of the sample so many before the newest. */
  public long value(int column, int back) {
    return cells[row(back) * width + 1 + column];
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
    if (rows == size) {
      return rows - 1 - back;
    }
    int row = rows - 1;
    for (int left = back; left >= cells[row * width]; row--) {
      left -= cells[row * width];
    }
    return row;
  }
}
