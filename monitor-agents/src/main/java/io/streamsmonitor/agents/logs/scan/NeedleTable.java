package io.streamsmonitor.agents.logs.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many needles sought at once. At every even place, three bytes are looked up in a table; each
 * needle is in it with two neighbouring windows, the rarest it has, so that one of them is met
 * wherever the needle stands. What the table says may be is then compared letter by letter.
 */
public final class NeedleTable {
  /** Bytes behind the last line that may be read, whatever is in them. */
  public static final int PADDING = 16;

  private static final long FOLD = 0x2020202020202020L;
  private static final int WINDOW = 0xffffff;
  private static final int ATTEMPTS = 10_000;

  /** A tag of the window that belongs in each slot; 0 where none does. */
  private final byte[] tags = new byte[1 << 16];

  private final Entry[][] slots = new Entry[1 << 16][];

  /** Where the search for one that fits begins: today's needles fit at once. */
  private int factor = 0x2C4C991B;

  /** A needle, by a window that begins so many bytes after its start. */
  private static final class Entry {
    final Needle needle;
    final byte[] letters;
    final int delta;

    Entry(Needle needle, byte[] letters, int delta) {
      this.needle = needle;
      this.letters = letters;
      this.delta = delta;
    }
  }

  public NeedleTable(List<Needle> needles) {
    List<List<Integer>> rarest =
        needles.stream().map(needle -> Windows.rarest(bytes(needle.letters()))).toList();
    for (int attempt = 0; !placed(needles, rarest); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalArgumentException(needles.size() + " needles do not fit into one table");
      }
      factor += 0x5851F42E;
      Arrays.fill(tags, (byte) 0);
      Arrays.fill(slots, null);
    }
  }

  /** Whether every needle found windows whose slots were free: those with no choice come first. */
  private boolean placed(List<Needle> needles, List<List<Integer>> rarest) {
    for (Needle needle : needles) {
      if (needle.letters().length() < 4 && !placedShort(needle)) {
        return false;
      }
    }
    for (int i = 0; i < needles.size(); i++) {
      if (!rarest.get(i).isEmpty() && !placedLong(needles.get(i), rarest.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean placedShort(Needle needle) {
    byte[] letters = bytes(needle.letters());
    if (!place(new Entry(needle, letters, 0), Windows.at(letters, 0))) {
      return false;
    }
    for (byte before : bytes(needle.before())) {
      if (!place(new Entry(needle, letters, -1), Windows.of(before, letters[0], letters[1]))) {
        return false;
      }
    }
    return true;
  }

  private boolean placedLong(Needle needle, List<Integer> places) {
    byte[] letters = bytes(needle.letters());
    for (int at : places) {
      int first = Windows.at(letters, at);
      int second = Windows.at(letters, at + 1);
      if (free(first) && free(second)) {
        return place(new Entry(needle, letters, at), first)
            && place(new Entry(needle, letters, at + 1), second);
      }
    }
    return false;
  }

  private boolean free(int window) {
    int hash = window * factor;
    byte there = tags[hash >>> 16];
    return there == 0 || there == tag(hash);
  }

  private boolean place(Entry entry, int window) {
    int hash = window * factor;
    if (!free(window)) {
      return false;
    }
    tags[hash >>> 16] = tag(hash);
    List<Entry> all = new ArrayList<>(List.of(entry));
    if (slots[hash >>> 16] != null) {
      all.addAll(List.of(slots[hash >>> 16]));
    }
    slots[hash >>> 16] = all.toArray(Entry[]::new);
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Never zero: that is an empty slot. */
  private static byte tag(int hash) {
    return (byte) (hash >>> 8 | 1);
  }

  /**
   * Whether the line at {@code [from, to)} has a needle that counts. The array must go on for
   * {@link #PADDING} bytes.
   */
  public boolean in(byte[] bytes, int from, int to) {
    return next(bytes, from, from, to) >= 0;
  }

  /** The next place from {@code at} on where a needle that counts was met, or -1. */
  public int next(byte[] bytes, int at, int from, int to) {
    byte[] known = tags;
    int mixing = factor;
    // Eight bytes at an even place of memory are four windows, the last with one byte of the next
    // eight. Loads that are not aligned are slow where no optimising compiler has been at work.
    int i = at & -8;
    long here = (long) Newlines.LONG.get(bytes, i) | FOLD;
    while (i < to - 2) {
      long next = (long) Newlines.LONG.get(bytes, i + 8) | FOLD;
      int a = ((int) here & WINDOW) * mixing;
      int b = ((int) (here >>> 16) & WINDOW) * mixing;
      int c = ((int) (here >>> 32) & WINDOW) * mixing;
      int d = ((int) (here >>> 48) | (((int) next & 0xff) << 16)) * mixing;
      int differ = (known[a >>> 16] ^ tag(a)) & 0xff;
      int differB = (known[b >>> 16] ^ tag(b)) & 0xff;
      int differC = (known[c >>> 16] ^ tag(c)) & 0xff;
      int differD = (known[d >>> 16] ^ tag(d)) & 0xff;
      if ((differ - 1 | differB - 1 | differC - 1 | differD - 1) < 0) {
        if (differ == 0 && i >= at && hit(a >>> 16, bytes, i, from, to)) {
          return i;
        }
        if (differB == 0 && i + 2 >= at && hit(b >>> 16, bytes, i + 2, from, to)) {
          return i + 2;
        }
        if (differC == 0 && i + 4 >= at && hit(c >>> 16, bytes, i + 4, from, to)) {
          return i + 4;
        }
        if (differD == 0 && i + 6 >= at && hit(d >>> 16, bytes, i + 6, from, to)) {
          return i + 6;
        }
      }
      here = next;
      i += 8;
    }
    return -1;
  }

  private boolean hit(int slot, byte[] bytes, int at, int from, int to) {
    Entry[] there = slots[slot];
    if (there == null) {
      return false;
    }
    for (Entry entry : there) {
      int start = at - entry.delta;
      int end = start + entry.letters.length;
      if (start >= from
          && end <= to
          && equal(entry.letters, bytes, start)
          && entry.needle.check().holds(bytes, from, start, end, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(byte[] letters, byte[] bytes, int start) {
    for (int i = 0; i < letters.length; i++) {
      int wanted = letters[i];
      int b = bytes[start + i];
      if (b != wanted && (wanted < 'a' || wanted > 'z' || (b | 0x20) != wanted)) {
        return false;
      }
    }
    return true;
  }
}
