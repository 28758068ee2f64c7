package io.streamsmonitor.core.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of one kind of secret: letters that announce it, and an expression that must match where
 * they stand. Group 1 is the value; without one it is the whole match.
 *
 * @param needles one of which the text must contain, at least three characters each
 * @param back how many characters before the needle the match may begin
 */
record SecretShape(SecretKind kind, List<String> needles, int back, Pattern form) {

  /**
   * Where a value may begin: at no word, or right after an escape such as {@code \\n} or {@code
   * %3D}.
   */
  static final String EDGE =
      "(?:(?<![A-Za-z0-9_])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[nrt])|(?<=\\\\u00[0-9a-f]{2}))";

  static final String END = "(?![A-Za-z0-9_])";

  /** A value that stands by itself between such edges. */
  static SecretShape shape(SecretKind kind, String form, String... needles) {
    return of(kind, EDGE + form + END, needles);
  }

  static SecretShape of(SecretKind kind, String form, String... needles) {
    return new SecretShape(kind, List.of(needles), 0, Pattern.compile(form));
  }

  /** The same shape, its match beginning up to so many characters before the needle. */
  SecretShape reachingBack(int characters) {
    return new SecretShape(kind, needles, characters, form);
  }

  /** The value announced by a needle at {@code at}, or null. */
  @Nullable SecretHit match(String text, int at) {
    Matcher matcher = form.matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    matcher.region(Math.max(0, at - back), text.length());
    boolean found = back == 0 ? matcher.lookingAt() : matcher.find() && matcher.start() <= at;
    if (!found) {
      return null;
    }
    // A key's first line stands alone where its body follows in lines of its own.
    boolean inner = matcher.groupCount() > 0 && matcher.start(1) < matcher.end(1);
    int group = inner ? 1 : 0;
    int start = matcher.start(group);
    int end = matcher.end(group);
    boolean none =
        Placeholders.hides(text, start, end)
            || (kind == SecretKind.BASIC_CREDENTIALS && !pair(text.substring(start, end)));
    return none ? null : new SecretHit(kind, "", start, end);
  }

  /** Whether it is {@code user:password} in base64. */
  private static boolean pair(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return new String(bytes, StandardCharsets.ISO_8859_1).matches("[ -~]*:[ -~]+");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
