package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a secret may stand in what a file says: then that is not kept. */
final class SecretText {
  /** A name that sounds like a secret and a text after it, in whatever way it is handed on. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:passw(?:or)?d|passphrase|pwd|secret|(?:api|access|private)[_-]?key|token|credential|\\.auth)"
              + "\\w*[\"'`]?\\s*[=:,(]\\s*(?:new\\s+\\w+\\(|\\w+\\s*[,(]\\s*)?[\"'`]");

  /** A word that only says what is meant, the key of a setting, a separator, or a message. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?i:password|secret|token|apikey|credentials?)|(?:\\\\[tnrbf]|\\W){0,3}"
              + "|[a-z.-]+[.](?:password|passphrase|secret|token|credentials?|key)"
              + "|(?i:\\w*(?:password|passphrase|secret|token|credentials?|key)\\w*) .*");

  /** A URL with a password in it. */
  private static final Pattern URL = Pattern.compile("[a-z]+s?://[^/\\s:@\"]*:[^/\\s:@\"]+@");

  private static final Redactor KNOWN = new Secrets();

  private final Redactor own;

  /**
   * @param own knows what the user calls a secret
   */
  SecretText(Redactor own) {
    this.own = own;
  }

  /**
   * Whether there may be one.
   *
   * @param text of the file
   * @param kept what would be kept of it
   */
  boolean isIn(byte[] bytes, String text, Set<String> kept) {
    int marks = Prefilter.marks(bytes);
    String all = String.join("\n", kept);
    return (Prefilter.has(marks, Prefilter.SECRET_NAME)
            && (isNamed(NAMED, text, kept) || isNamed(Prefilter.SECRET, text, kept)))
        || URL.matcher(all).find()
        || !KNOWN.redact(all).equals(all)
        || !own.redact(all).equals(all);
  }

  /** Whether a text that stands where a secret may stand is kept, and may be one. */
  private static boolean isNamed(Pattern place, String text, Set<String> kept) {
    Matcher found = place.matcher(text);
    while (found.find()) {
      int begin = found.end();
      char quote = text.charAt(begin - 1);
      int end = text.indexOf(quote, begin);
      String literal = end < 0 ? "" : text.substring(begin, end);
      boolean block = quote == '`' || text.startsWith("\"\"\"", begin - 1);
      boolean harmless = HARMLESS.matcher(literal).matches();
      boolean elsewhere = literal.indexOf('\\') < 0 && !kept.contains(literal);
      if (block || !(harmless || elsewhere)) {
        return true;
      }
    }
    return false;
  }
}
