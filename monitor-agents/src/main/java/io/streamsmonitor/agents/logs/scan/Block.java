package io.streamsmonitor.agents.logs.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole lines of a file and what a scan of them found: lines to be read, and between them runs of
 * calm ones. Used again for later parts of the file.
 */
public final class Block {
  private byte[] bytes;
  private int end;
  private long offset;
  private long number;
  private long cut;
  private int reads;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int[] line = new int[64];
  private boolean[] record = new boolean[64];
  private final List<CalmRun> runs = new ArrayList<>();

  Block(int size) {
    bytes = new byte[size];
    runs.add(new CalmRun());
  }

  void begin(int size, long firstOffset, long firstNumber, long cutBytes) {
    end = size;
    offset = firstOffset;
    number = firstNumber;
    cut = cutBytes;
    reads = 0;
    runs.get(0).clear();
  }

  void read(int lineFrom, int lineTo, int index, boolean begins) {
    if (reads == from.length) {
      from = Arrays.copyOf(from, 2 * reads);
      to = Arrays.copyOf(to, 2 * reads);
      line = Arrays.copyOf(line, 2 * reads);
      record = Arrays.copyOf(record, 2 * reads);
    }
    from[reads] = lineFrom;
    to[reads] = lineTo;
    record[reads] = begins;
    line[reads++] = index;
    if (runs.size() == reads) {
      runs.add(new CalmRun());
    }
    runs.get(reads).clear();
  }

  /** The run that is growing. */
  CalmRun run() {
    return runs.get(reads);
  }

  void grow(int size) {
    bytes = Arrays.copyOf(bytes, size);
  }

  /** The bytes of the lines, and their ends. */
  public byte[] bytes() {
    return bytes;
  }

  /** Index after the last line. */
  public int end() {
    return end;
  }

  /** Of the first byte in the file. */
  public long offset() {
    return offset;
  }

  /** Of the first line in the file, from 1. */
  public long number() {
    return number;
  }

  /** Bytes that were left out of the one line there is, where it is over-long. */
  public long cut() {
    return cut;
  }

  /** Lines to be read. */
  public int reads() {
    return reads;
  }

  public int from(int read) {
    return from[read];
  }

  /** Index after the line's content. */
  public int to(int read) {
    return to[read];
  }

  /** Which line of the block it is, from 0. */
  public int index(int read) {
    return line[read];
  }

  /** Whether the line certainly begins a record: no line before it goes on there. */
  public boolean begins(int read) {
    return record[read];
  }

  /**
   * The last line to be read of the record that this one begins, or -1 where the record may go on
   * in the next block.
   */
  public int recordEnd(int read) {
    int last = read;
    while (last + 1 < reads && runs.get(last + 1).total() == 0 && !record[last + 1]) {
      last++;
    }
    return last + 1 < reads || runs.get(reads).total() > 0 ? last : -1;
  }

  /** The calm lines before the line to be read of this number; the last run ends the block. */
  public CalmRun run(int read) {
    return runs.get(read);
  }
}
