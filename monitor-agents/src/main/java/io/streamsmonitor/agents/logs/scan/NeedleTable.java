package io.streamsmonitor.agents.logs.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many needles sought at once. Every second place of a line, three bytes are looked up in a table;
 * each needle is in it with two neighbouring windows, the rarest it has, so that one of them is met
 * wherever the needle stands. What the table says may be is then compared letter by letter.
 */
public final class NeedleTable {
  /** Bytes behind the last line that may be read, whatever is in them. */
  public static final int PADDING = 8;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int FOLD = 0x202020;
  private static final int ANY = -1;

  /** Pairs of letters, the most frequent in logs first: what is not here is rare. */
  private static final String FREQUENT =
      "er in on re te at en es ti ed or st an nt it al is ar le ng et se ec ro io de me ce ta co ra"
          + " to ne ve ri as li us ic om pe ss ut th he el ma ch lo ac la un di si ag nd no ur tr"
          + " ad ge il pr ea ns ha po ol ca em id am ot ct vi ou so mo su ie rt ul ai wa ll op eq"
          + " ue qu ev ow rv ke lt im rs ts mp ir ex ee po ap pp fo ob sh ef ef fi";

  private final byte[] table = new byte[1 << 16];
  private final Entry[][] slots = new Entry[1 << 16][];

  /** A needle, by a window that begins so many bytes after its start. */
  private record Entry(Needle needle, byte[] letters, int delta) {}

  public NeedleTable(List<Needle> needles) {
    Map<Integer, List<Entry>> entries = new HashMap<>();
    for (Needle needle : needles) {
      byte[] letters = needle.letters().getBytes(StandardCharsets.ISO_8859_1);
      int at = letters.length <= 3 ? 0 : rarest(letters);
      if (letters.length >= 4) {
        add(entries, needle, letters, at);
        add(entries, needle, letters, at + 1);
      } else {
        add(entries, needle, letters, 0);
        boolean after = letters.length == 3 && cost(letters, 1) < cost(letters, 0);
        add(entries, needle, letters, after ? 1 : -1);
      }
    }
    entries.forEach((slot, list) -> slots[slot] = list.toArray(Entry[]::new));
  }

  private static int rarest(byte[] letters) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int p = 0; p + 4 <= letters.length; p++) {
      int cost = cost(letters, p) + 2 * cost(letters, p + 1) + cost(letters, p + 2);
      if (cost < least) {
        least = cost;
        best = p;
      }
    }
    return best;
  }

  private static int cost(byte[] letters, int at) {
    if (at + 1 >= letters.length) {
      return 0;
    }
    int rank = FREQUENT.indexOf("" + (char) letters[at] + (char) letters[at + 1]);
    return rank < 0 ? 0 : 400 - rank;
  }

  private void add(
      Map<Integer, List<Entry>> entries, Needle needle, byte[] letters, int delta) {
    int[] window = new int[3];
    for (int i = 0; i < 3; i++) {
      int at = delta + i;
      window[i] = at >= 0 && at < letters.length ? letters[at] & 0xff : ANY;
    }
    fill(entries, new Entry(needle, letters, delta), window, 0, 0);
  }

  private void fill(
      Map<Integer, List<Entry>> entries, Entry entry, int[] window, int at, int bytes) {
    if (at == 3) {
      int slot = slot(bytes);
      table[slot] = 1;
      List<Entry> there = entries.computeIfAbsent(slot, k -> new ArrayList<>(1));
      if (!there.contains(entry)) {
        there.add(entry);
      }
      return;
    }
    if (window[at] != ANY) {
      fill(entries, entry, window, at + 1, bytes | window[at] << 8 * at);
      return;
    }
    for (int any = 0; any < 256; any++) {
      if ((any & 0x20) != 0) {
        fill(entries, entry, window, at + 1, bytes | any << 8 * at);
      }
    }
  }

  private static int slot(int bytes) {
    return ((bytes & 0xffffff | FOLD) * 0x9E3779B1) >>> 16;
  }

  /**
   * Whether the line at {@code [from, to)} has a needle that counts. The array must go on for
   * {@link #PADDING} bytes.
   */
  public boolean in(byte[] bytes, int from, int to) {
    byte[] seen = table;
    for (int i = from; i < to - 1; i += 2) {
      int slot = slot((int) INT.get(bytes, i));
      if (seen[slot] != 0 && hit(slot, bytes, i, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** How many places of {@code [from, to)} have a needle that counts; lines are not looked at. */
  public long count(byte[] bytes, int from, int to) {
    byte[] seen = table;
    long count = 0;
    for (int i = from; i < to - 1; i += 2) {
      int slot = slot((int) INT.get(bytes, i));
      if (seen[slot] != 0 && hit(slot, bytes, i, from, to)) {
        count++;
      }
    }
    return count;
  }

  /** The next place from {@code at} on where a needle that counts was met, or -1. */
  public int next(byte[] bytes, int at, int from, int to) {
    byte[] seen = table;
    for (int i = at; i < to - 1; i += 2) {
      int slot = slot((int) INT.get(bytes, i));
      if (seen[slot] != 0 && hit(slot, bytes, i, from, to)) {
        return i;
      }
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
