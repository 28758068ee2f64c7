package io.streamsmonitor.core.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A finding's name over sessions: 16 hex digits of rule and subject, without times, ids and paths.
 */
public final class Fingerprint {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(-\\d+)?");

  private Fingerprint() {}

  /** The fingerprint of one rule on one subject. */
  public static String of(String ruleId, Subject subject) {
    String text = ruleId + '\u0001' + subject.key();
    text = NUMBERS.matcher(UUID.matcher(text).replaceAll("<id>")).replaceAll("<n>");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
