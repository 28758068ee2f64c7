package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import java.util.regex.Pattern;

/** Whether a secret may stand in what a file says: then that is not kept. */
final class SecretText {
  /** A name that sounds like a secret and a text after it, in whatever way it is handed on. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:passw(?:or)?d|passphrase|pwd|secret|(?:api|access|private)[_-]?key|token|credential|\\.auth)"
              + "\\w*[\"'`]?\\s*[=:,(]\\s*(?:new\\s+\\w+\\(|\\w+\\s*[,(]\\s*)?[\"'`]");

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
  boolean isIn(byte[] bytes, String text, String kept) {
    int marks = Prefilter.marks(bytes);
    return (Prefilter.has(marks, Prefilter.SECRET_NAME) && NAMED.matcher(text).find())
        || Prefilter.hasSecret(marks, () -> text)
        || !KNOWN.redact(kept).equals(kept)
        || !own.redact(kept).equals(kept);
  }
}
