package io.streamsmonitor.core.redact;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** Random bodies for samples; the same seed gives the same text. */
final class RandomText {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  private final Random random;

  RandomText(long seed) {
    random = new Random(seed);
  }

  String of(String alphabet, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  String hex(int length) {
    return of(DIGITS + "abcdef", length);
  }

  String digits(int length) {
    return of("123456789", 1) + of(DIGITS, length - 1);
  }

  String upper(int length) {
    return of(UPPER + DIGITS, length);
  }

  String lower(int length) {
    return of(LOWER + DIGITS, length);
  }

  String letters(int length) {
    return of(UPPER + LOWER, length);
  }

  /** Letters of both cases and digits, at least one of each. */
  String word(int length) {
    String any = UPPER + LOWER + DIGITS;
    return of(LOWER, 1) + of(UPPER, 1) + of(DIGITS, 1) + of(any, length - 3);
  }

  /** A word with {@code -} and {@code _} inside. */
  String urlWord(int length) {
    return word(4) + of(UPPER + LOWER + DIGITS + "-_", length - 7) + word(3);
  }

  String base64(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return Base64.getEncoder().encodeToString(raw);
  }

  String password() {
    return word(6) + of("!#+*~", 1) + word(4 + random.nextInt(8));
  }

  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
