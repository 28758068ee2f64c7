package io.streamsmonitor.core.redact;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Secrets told by the name beside them: {@code password=…}, {@code "client_secret":"…"}, {@code
 * x-api-key: …}, escaped or percent-encoded alike.
 */
final class NamedValues {
  private static final String SEPARATOR =
      "(?<q>\\\\*[\"']|%22)?(?: is)?(?<sep>\\s*(?:=>|:=|==?|:|%3[DdAa])\\s*)(?<open>\\\\*[\"'`]|%22)?";
  private static final Pattern TAIL = Pattern.compile(SEPARATOR);

  /** An encoded {@code &}, quotation mark or space ends a value that is percent-encoded. */
  private static final Pattern ENCODED_END = Pattern.compile("%(?:26|22|20)");

  private NamedValues() {}

  /** The value named by the word at {@code [from, to)}, or null. */
  static @Nullable SecretHit match(String text, int from, int to) {
    if (locator(text, from)) {
      return null;
    }
    int nameStart = from;
    while (nameStart > 0 && nameCharacter(text.charAt(nameStart - 1))) {
      nameStart--;
    }
    Matcher tail = TAIL.matcher(text).region(to, Math.min(text.length(), to + 24));
    if (!tail.lookingAt()) {
      return null;
    }
    int start = tail.end();
    boolean quoted = tail.group("open") != null;
    int end = valueEnd(text, start, tail.group("open"));
    String name = text.substring(nameStart, to).toLowerCase(Locale.ROOT);
    String separator = tail.group("sep");
    boolean prose = !quoted && !separator.contains("=") && tail.group("q") == null;
    if (!quoted
        && separator.endsWith(" ")
        && separator.contains("=")
        && !separator.startsWith(" ")) {
      // "password= retry=3" is an empty value.
      return null;
    }
    return judged(text, name, start, end, prose);
  }

  private static @Nullable SecretHit judged(
      String text, String name, int start, int end, boolean prose) {
    String value = text.substring(start, end);
    SecretKind kind = SecretNames.kind(name);
    boolean folder = name.endsWith("pwd") && value.startsWith("/");
    boolean counted = name.endsWith("pass") && (value.length() < 6 || !Credible.mixed(value));
    boolean none =
        folder
            || counted
            || Placeholders.hides(text, start, end)
            || SecretNames.harmless(name, kind)
            || !Credible.value(value, kind, prose);
    return none ? null : new SecretHit(kind, name, start, end);
  }

  private static int valueEnd(String text, int start, @Nullable String open) {
    int i = start;
    if (open != null) {
      int close = text.indexOf(open, start);
      return close < 0 ? text.length() : close;
    }
    while (i < text.length()
        && " \t\r\n\"'`,;&<>|\\".indexOf(text.charAt(i)) < 0
        && !ENCODED_END.matcher(text).region(i, Math.min(text.length(), i + 3)).lookingAt()) {
      i++;
    }
    while (i > start && ")}].:".indexOf(text.charAt(i - 1)) >= 0 && unopened(text, start, i - 1)) {
      i--;
    }
    return i;
  }

  private static boolean unopened(String text, int start, int at) {
    int open = "([{".indexOf(text.charAt(at)) >= 0 ? -1 : ")]}".indexOf(text.charAt(at));
    return open < 0
        || text.indexOf("([{".charAt(open), start) < 0
        || text.indexOf("([{".charAt(open), start) > at;
  }

  /** Whether the word is part of the name that a resource of a cloud has, not of a setting. */
  private static boolean locator(String text, int at) {
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    int arn = text.indexOf("arn:", start);
    return arn >= 0 && arn < at && text.substring(arn, at).matches("[\\w:./-]*");
  }

  private static boolean nameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
