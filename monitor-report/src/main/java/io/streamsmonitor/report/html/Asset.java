package io.streamsmonitor.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The page's own style sheet or script, of which the policy lets this very text in and no other.
 */
record Asset(String text, String source) {
  static final Asset STYLE = of("page.css");
  static final Asset SCRIPT = of("page.js");

  private static Asset of(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is missing from the product");
      }
      String text = small(new String(in.readAllBytes(), UTF_8));
      return new Asset(text, "'sha256-" + hash(text) + "'");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Without indentation: nothing that a browser needs. */
  private static String small(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "\n", "\n"))
        .replaceAll("\\s*([{}])\\s*", "$1")
        .replaceAll("([:;,])\\s+", "$1");
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
