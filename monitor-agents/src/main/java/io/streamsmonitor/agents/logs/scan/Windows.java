package io.streamsmonitor.agents.logs.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three bytes as a number, whatever their case, and how rare they are in logs. */
final class Windows {
  private static final int FOLD = 0x202020;

  /** Pairs of letters, the most frequent in logs first: what is not here is rare. */
  private static final String FREQUENT =
      "er in on re te at en es ti ed or st an nt it al is ar le ng et se ec ro io de me ce ta co ra"
          + " to ne ve ri as li us ic om pe ss ut th he el ma ch lo ac la un di si ag nd no ur tr"
          + " ad ge il pr ea ns ha po ol ca em id am ot ct vi ou so mo su ie rt ul ai wa ll op eq"
          + " ue qu ev ow rv ke lt im rs ts mp ir ex ee ap pp fo ob sh ef fi";

  /** What most lines of most logs are made of: windows that are in here are no good. */
  private static final String EVERYWHERE =
      " info debug warn error trace level timestamp time service logger thread message msg event"
          + " correlationid= traceid= spanid= requestid= userid= sessionid= orderid= id= ts= dur= svc="
          + " durationms error\":null status=200 http.request http/1.1 https://api get /api/v1/ post "
          + " redis.publish redis.consume redis.ack stream consumer group producer client server"
          + " handler controller repository executor exec-1 worker main org.apache. com.example."
          + " java.util. io.netty. springframework. received sending sent processing processed"
          + " of the for from to in on with and is not was has by at as be user users order orders"
          + " payment account customer request response connection session key keys value index"
          + " started running waiting completed finished successfully updated created deleted"
          + " audit public cache query table rows bytes entries batch queue size count total"
          + " about out over under up down after before between into active current window version";

  private Windows() {}

  static int of(byte first, byte second, byte third) {
    return (first & 0xff) | ((second & 0xff) << 8) | ((third & 0xff) << 16) | FOLD;
  }

  static int at(byte[] letters, int at) {
    return of(letters[at], letters[at + 1], letters[at + 2]);
  }

  /** Where a pair stands in {@link #FREQUENT}, from 1; digits are rare. */
  private static final int[] RANKS = new int[1 << 10];

  /** How often a window stands in {@link #EVERYWHERE}. */
  private static final Map<Integer, Integer> COMMON = new HashMap<>();

  static {
    for (int i = 0; i < FREQUENT.length(); i += 3) {
      RANKS[rank(FREQUENT.charAt(i), FREQUENT.charAt(i + 1))] = i + 1;
    }
    byte[] text = EVERYWHERE.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i + 3 <= text.length; i++) {
      COMMON.merge(at(text, i), 1, Integer::sum);
    }
  }

  /**
   * Where two neighbouring windows begin in letters, the rarest pair of them first; nowhere in
   * three letters.
   */
  static List<Integer> rarest(byte[] letters) {
    int places = letters.length - 3;
    Integer[] order = new Integer[places];
    int[] costs = new int[places];
    for (int i = 0; i < places; i++) {
      order[i] = i;
      costs[i] =
          cost(letters, i)
              + 2 * cost(letters, i + 1)
              + cost(letters, i + 2)
              + 1_000 * (common(letters, i) + common(letters, i + 1));
    }
    Arrays.sort(order, (a, b) -> Integer.compare(costs[a], costs[b]));
    return List.of(order);
  }

  private static int common(byte[] letters, int at) {
    return COMMON.getOrDefault(at(letters, at), 0);
  }

  private static int cost(byte[] letters, int at) {
    if (!Character.isLetterOrDigit(letters[at]) || !Character.isLetterOrDigit(letters[at + 1])) {
      return 250;
    }
    boolean letter = letters[at] > '9' && letters[at + 1] > '9';
    int rank = !letter ? 0 : RANKS[rank(letters[at], letters[at + 1])];
    return rank == 0 ? 0 : 401 - rank;
  }

  private static int rank(int first, int second) {
    return (first & 31) << 5 | (second & 31);
  }
}
