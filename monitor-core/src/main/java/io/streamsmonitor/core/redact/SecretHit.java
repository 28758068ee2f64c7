package io.streamsmonitor.core.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a secret stands in a text. It holds no part of the value itself.
 *
 * @param field the name the value stood beside, such as {@code password}, or empty
 * @param start of the value
 * @param end after the value
 */
public record SecretHit(SecretKind kind, String field, int start, int end) {
  private static final int SAFE_TAIL = 4;

  /**
   * The last characters of the value that may be shown: four of a long one, none of a short one.
   */
  public String tail(String text) {
    int length = end - start;
    int shown = Math.min(SAFE_TAIL, length >= 32 ? SAFE_TAIL : length / 10);
    return text.substring(end - shown, end);
  }

  /**
   * Four hex digits that tell one value from another under the same key: too few to prove a guess.
   */
  public String mark(String text, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(text.substring(start, end).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
