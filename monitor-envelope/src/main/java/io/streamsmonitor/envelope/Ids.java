package io.streamsmonitor.envelope;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes identifiers. They have to be unique, not unguessable: the fast generator will do. */
final class Ids {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Ids() {}

  /** A random UUID, version 4. */
  static String correlation() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** 32 hex digits, never all zero, as W3C Trace Context asks. */
  static String trace() {
    char[] digits = new char[32];
    hex(ThreadLocalRandom.current().nextLong(), digits, 0);
    hex(nonZero(), digits, 16);
    return new String(digits);
  }

  /** The same trace id each time for the same story: a redelivery must not look like another. */
  static String traceOf(String correlationId) {
    UUID hash = UUID.nameUUIDFromBytes(correlationId.getBytes(StandardCharsets.UTF_8));
    char[] digits = new char[32];
    hex(hash.getMostSignificantBits(), digits, 0);
    hex(hash.getLeastSignificantBits(), digits, 16);
    return new String(digits);
  }

  /** 16 hex digits, never all zero. */
  static String span() {
    char[] digits = new char[16];
    hex(nonZero(), digits, 0);
    return new String(digits);
  }

  private static long nonZero() {
    long value = ThreadLocalRandom.current().nextLong();
    return value == 0 ? 1 : value;
  }

  private static void hex(long value, char[] into, int from) {
    for (int i = 0; i < 16; i++) {
      into[from + i] = HEX[(int) (value >>> (60 - 4 * i)) & 0xf];
    }
  }
}
