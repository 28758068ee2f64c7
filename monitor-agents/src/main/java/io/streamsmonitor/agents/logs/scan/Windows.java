package io.streamsmonitor.agents.logs.scan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Three bytes as a number, whatever their case, and how rare they are in logs. */
final class Windows {
  private static final int FOLD = 0x202020;

  /** Pairs of letters, the most frequent in logs first: what is not here is rare. */
  private static final String FREQUENT =
      "er in on re te at en es ti ed or st an nt it al is ar le ng et se ec ro io de me ce ta co ra"
          + " to ne ve ri as li us ic om pe ss ut th he el ma ch lo ac la un di si ag nd no ur tr"
          + " ad ge il pr ea ns ha po ol ca em id am ot ct vi ou so mo su ie rt ul ai wa ll op eq"
          + " ue qu ev ow rv ke lt im rs ts mp ir ex ee ap pp fo ob sh ef fi";

  private Windows() {}

  static int of(byte first, byte second, byte third) {
    return (first & 0xff | (second & 0xff) << 8 | (third & 0xff) << 16) | FOLD;
  }

  static int at(byte[] letters, int at) {
    return of(letters[at], letters[at + 1], letters[at + 2]);
  }

  /** Where two neighbouring windows begin in letters, the rarest pair of them first. */
  static List<Integer> rarest(byte[] letters) {
    return IntStream.rangeClosed(0, letters.length - 4)
        .boxed()
        .sorted(
            Comparator.comparingInt(
                p -> cost(letters, p) + 2 * cost(letters, p + 1) + cost(letters, p + 2)))
        .toList();
  }

  private static int cost(byte[] letters, int at) {
    String pair = "" + (char) letters[at] + (char) letters[at + 1];
    int rank = FREQUENT.indexOf(pair);
    boolean word =
        Character.isLetterOrDigit(letters[at]) && Character.isLetterOrDigit(letters[at + 1]);
    return word ? rank < 0 ? 0 : 400 - rank : 250;
  }
}
