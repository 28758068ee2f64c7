package io.streamsmonitor.agents.source.code;

/**
 * A place in a file as one number, in the order of the text: the line and, below it, the column.
 */
public final class Position {
  private static final int COLUMN_BITS = 11;
  private static final int LAST_COLUMN = (1 << COLUMN_BITS) - 1;

  private Position() {}

  public static int of(int line, int column) {
    return (line << COLUMN_BITS) | Math.min(Math.max(column, 0), LAST_COLUMN);
  }

  /** The line, from 1. */
  public static int line(int position) {
    return position >>> COLUMN_BITS;
  }
}
