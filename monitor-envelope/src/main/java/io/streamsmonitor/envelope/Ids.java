package io.streamsmonitor.envelope;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes identifiers. */
final class Ids {
  /** Characters of a UUID as text. */
  static final int CORRELATION_LENGTH = 36;

  static final int TRACE_LENGTH = 32;
  static final int SPAN_LENGTH = 16;

  /** The two digits of each byte, the first in the lower half. */
  private static final short[] DIGITS = digits();

  private Ids() {}

  /** A random UUID, version 4. */
  static String correlation() {
    return text(correlationBytes());
  }

  static byte[] correlationBytes() {
    byte[] digits = new byte[CORRELATION_LENGTH];
    correlation(digits, 0);
    return digits;
  }

  static void correlation(byte[] into, int at) {
    IdSource random = IdSource.ofThread();
    long high = (random.next() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.next() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    hex(high >>> 32, 4, into, at);
    into[at + 8] = '-';
    hex(high >>> 16, 2, into, at + 9);
    into[at + 13] = '-';
    hex(high, 2, into, at + 14);
    into[at + 18] = '-';
    hex(low >>> 48, 2, into, at + 19);
    into[at + 23] = '-';
    hex(low, 6, into, at + 24);
  }

  /** 32 hex digits, never all zero, as W3C Trace Context asks. */
  static String trace() {
    return text(traceBytes());
  }

  static byte[] traceBytes() {
    byte[] digits = new byte[TRACE_LENGTH];
    trace(digits, 0);
    return digits;
  }

  static void trace(byte[] into, int at) {
    IdSource random = IdSource.ofThread();
    hex(random.next(), 8, into, at);
    hex(random.nextNonZero(), 8, into, at + 16);
  }

  /** The same trace id each time for the same story: a redelivery must not look like another. */
  static String traceOf(String correlationId) {
    UUID hash = UUID.nameUUIDFromBytes(correlationId.getBytes(StandardCharsets.UTF_8));
    byte[] digits = new byte[TRACE_LENGTH];
    hex(hash.getMostSignificantBits(), 8, digits, 0);
    hex(hash.getLeastSignificantBits(), 8, digits, 16);
    return text(digits);
  }

  /** 16 hex digits, never all zero. */
  static String span() {
    return text(spanBytes());
  }

  static byte[] spanBytes() {
    byte[] digits = new byte[SPAN_LENGTH];
    span(digits, 0);
    return digits;
  }

  static void span(byte[] into, int at) {
    hex(IdSource.ofThread().nextNonZero(), 8, into, at);
  }

  private static void hex(long value, int bytes, byte[] into, int at) {
    for (int i = 0; i < bytes; i++) {
      short pair = DIGITS[(int) (value >>> (8 * (bytes - 1 - i))) & 0xff];
      into[at + 2 * i] = (byte) pair;
      into[at + 2 * i + 1] = (byte) (pair >> 8);
    }
  }

  @SuppressWarnings("deprecation") // Digits are ASCII: the one constructor that only copies.
  private static String text(byte[] digits) {
    return new String(digits, 0);
  }

  private static short[] digits() {
    short[] pairs = new short[256];
    for (int i = 0; i < 256; i++) {
      char high = Character.forDigit(i >> 4, 16);
      char low = Character.forDigit(i & 0xf, 16);
      pairs[i] = (short) (high | low << 8);
    }
    return pairs;
  }
}
