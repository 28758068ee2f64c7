package io.streamsmonitor.core.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand where a secret would, and are none. */
final class Placeholders {
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "none",
          "nil",
          "undefined",
          "empty",
          "true",
          "false",
          "yes",
          "no",
          "redacted",
          "masked",
          "hidden",
          "removed",
          "filtered",
          "protected",
          "sanitized",
          "secret",
          "password",
          "passwd",
          "token",
          "unset",
          "default",
          "example",
          "required",
          "optional",
          "invalid",
          "missing",
          "expired",
          "incorrect",
          "wrong",
          "rejected",
          "changed",
          "updated",
          "provided",
          "mismatch",
          "string",
          "bearer",
          "basic",
          "unknown",
          "blank",
          "n/a",
          "set",
          "present",
          "absent",
          "failed",
          "rotated",
          "refreshed",
          "valid",
          "revoked",
          "created",
          "placeholder",
          "(null)",
          "nan",
          "obtained",
          "issued",
          "accepted",
          "granted",
          "received",
          "verified");

  /** References, templates, masks of one character, and texts that say they are redacted. */
  private static final Pattern FORM =
      Pattern.compile(
          "[$%#@]?[{(\\[<].*"
              + "|\\$[A-Za-z_][A-Za-z0-9_]*"
              + "|%[sdv@]|%[A-Z_]+%"
              + "|(.)\\1{2,}"
              + "|[*xX•.\\-_#]+"
              + "|.{0,4}[*•]{3,}.{0,4}"
              + "|(?i:.*(?:redacted|masked|\\*\\*\\*\\*|x{6,}|changeme|your[_-]|example|placeholder).*)"
              + "|(?i:env|vault|secret|ssm|file|arn|sm|kms|ref|op):.*"
              + "|(?i:ENC)\\(.*",
          Pattern.DOTALL);

  private Placeholders() {}

  static boolean hides(String text, int start, int end) {
    String value = text.substring(start, end);
    return value.isBlank()
        || WORDS.contains(value.toLowerCase(Locale.ROOT))
        || (value.length() <= 200 && FORM.matcher(value).matches());
  }
}
