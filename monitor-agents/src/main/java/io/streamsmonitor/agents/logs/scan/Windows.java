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

  /** Where two neighbouring windows begin in letters, the rarest pair of them first. */
  static List<Integer> rarest(byte[] letters) {
    return IntStream.rangeClosed(0, letters.length - 4)
        .boxed()
        .sorted(
            Comparator.comparingInt(
                p ->
                    cost(letters, p)
                        + 2 * cost(letters, p + 1)
                        + cost(letters, p + 2)
                        + 1_000 * (everywhere(letters, p) + everywhere(letters, p + 1))))
        .toList();
  }

  private static int everywhere(byte[] letters, int at) {
    String window = "" + (char) letters[at] + (char) letters[at + 1] + (char) letters[at + 2];
    int count = 0;
    for (int i = EVERYWHERE.indexOf(window); i >= 0; i = EVERYWHERE.indexOf(window, i + 1)) {
      count++;
    }
    return count;
  }

  private static int cost(byte[] letters, int at) {
    String pair = "" + (char) letters[at] + (char) letters[at + 1];
    int rank = FREQUENT.indexOf(pair);
    boolean word =
        Character.isLetterOrDigit(letters[at]) && Character.isLetterOrDigit(letters[at + 1]);
    return word ? rank < 0 ? 0 : 400 - rank : 250;
  }
}
