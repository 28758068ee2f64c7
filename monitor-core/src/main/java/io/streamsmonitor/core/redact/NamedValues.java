package io.streamsmonitor.core.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Secrets told by the name beside them: {@code password=…}, {@code "client_secret":"…"}, {@code
 * x-api-key: …}, escaped or percent-encoded alike.
 */
final class NamedValues {
  /** What ends a name; the scan looks for these. */
  static final List<String> NEEDLES =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "passcode",
          "secret",
          "token",
          "api_key",
          "api-key",
          "apikey",
          "access_key",
          "accesskey",
          "access-key",
          "secret_key",
          "secret_key_base",
          "secretvalue",
          "secret_value",
          "secretkey",
          "private_key",
          "privatekey",
          "credential",
          "credentials",
          "auth_key",
          "authkey",
          "encryption_key",
          "encryptionkey",
          "signing_key",
          "signingkey",
          "connectionstring",
          "client_key",
          "hmac_key",
          "hmackey",
          "account_key",
          "accountkey",
          "subscription-key",
          "subscription_key",
          "subscriptionkey",
          "shared_key",
          "sharedkey",
          "master_key",
          "masterkey",
          "app_key",
          "appkey",
          "service_key",
          "servicekey",
          "functions-key",
          "license_key",
          "licensekey",
          "secretkeybase",
          "secret-key",
          "private-key",
          "encryption-key",
          "signing-key",
          "master-key",
          "shared-key",
          "account-key",
          "license-key",
          "_pw",
          "-pw",
          "_auth",
          "-auth",
          "masterauth",
          "authheader",
          "auth_header",
          "bearer",
          "jsessionid",
          "phpsessid",
          "pass=",
          "pass =",
          "pass:",
          "pass\"",
          "pass\\\"",
          "pass%3d",
          "sas_token",
          "connection_string");

  private static final String SEPARATOR =
      "(?<q>\\\\*[\"']|%22)?(?: is)?(?<sep>\\s*(?:=>|:=|==?|:|%3[DdAa])\\s*)(?<open>\\\\*[\"'`]|%22)?";
  private static final Pattern TAIL = Pattern.compile(SEPARATOR);
  private static final Set<String> HARMLESS_PREFIX =
      Set.of(
          "next",
          "page",
          "continuation",
          "csrf",
          "xsrf",
          "cancellation",
          "cancel",
          "fencing",
          "lock",
          "sync",
          "resume",
          "syntax",
          "unexpected",
          "max",
          "min",
          "num",
          "total",
          "prompt",
          "completion",
          "input",
          "output",
          "cache",
          "public",
          "primary",
          "sort",
          "partition",
          "requestverification",
          "antiforgery",
          "pagination",
          "stop",
          "eos",
          "claim",
          "delegation");

  /** An encoded {@code &}, quotation mark or space ends a value that is percent-encoded. */
  private static final Pattern ENCODED_END = Pattern.compile("%(?:26|22|20)");

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * What a program prints of its own objects: {@code AppToken@2bd79ce}, {@code org.acme.job/17}.
   */
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?:[\\w$]+\\.)*[A-Z][\\w$]*[@{\\[(].*|[a-z]+(?:\\.[a-z]+)+[/:]?\\d*", Pattern.DOTALL);

  private NamedValues() {}

  /** How much of a needle is the name itself. */
  static int nameLength(String needle) {
    return needle.startsWith("pass") && !Character.isLetter(needle.charAt(4)) ? 4 : needle.length();
  }

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
    boolean prose = !quoted && !tail.group("sep").contains("=") && tail.group("q") == null;
    String separator = tail.group("sep");
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
    SecretKind kind = kind(name);
    boolean folder = name.endsWith("pwd") && value.startsWith("/");
    boolean counted = name.endsWith("pass") && (value.length() < 6 || !mixed(value));
    if (folder
        || counted
        || Placeholders.hides(text, start, end)
        || harmless(name, kind)
        || nested(value)
        || (kind != SecretKind.PASSWORD && OBJECT.matcher(value).matches())) {
      return null;
    }
    boolean credible =
        switch (kind) {
          case PASSWORD -> value.length() >= (prose ? 6 : 4) && (!prose || mixed(value));
          case TOKEN_VALUE ->
              (value.length() >= (random(value) ? 12 : 16)
                      && mixed(value)
                      && !UUID.matcher(value).matches())
                  || value.length() >= 24;
          case API_KEY -> value.length() >= 12 && mixed(value);
          case BASIC_CREDENTIALS -> value.length() >= 6 && mixed(value);
          default -> value.length() >= (prose ? 8 : 6) && (!prose || mixed(value)) && !word(value);
        };
    return credible ? new SecretHit(kind, name, start, end) : null;
  }

  private static SecretKind kind(String name) {
    if (name.contains("aws")
        || name.endsWith("secretaccesskey")
        || name.endsWith("secret_access_key")) {
      return name.contains("secret") ? SecretKind.AWS_SECRET_KEY : SecretKind.SECRET_VALUE;
    }
    if (name.endsWith("auth") && !name.endsWith("masterauth")) {
      return SecretKind.BASIC_CREDENTIALS;
    }
    if (name.matches(".*(?:token|bearer|auth_?header|sessionid|sessid)")) {
      return SecretKind.TOKEN_VALUE;
    }
    if (name.matches(".*(api|access|auth|client)[_-]?key")) {
      return SecretKind.API_KEY;
    }
    if (name.matches(
        ".*(hmac|account|subscription|shared|master|app|service|functions|license)[_-]?key")) {
      return SecretKind.API_KEY;
    }
    return name.matches(".*(passw|passp|passc|pwd).*|.*pass|.*[_-]pw|.*masterauth")
        ? SecretKind.PASSWORD
        : SecretKind.SECRET_VALUE;
  }

  private static boolean harmless(String name, SecretKind kind) {
    if (kind == SecretKind.PASSWORD || name.endsWith("secret")) {
      return false;
    }
    for (String prefix : HARMLESS_PREFIX) {
      if (name.startsWith(prefix) && name.length() - prefix.length() <= 7) {
        return true;
      }
    }
    return false;
  }

  /** A digit or a sign beside letters: not a word of a sentence. */
  private static boolean mixed(String value) {
    boolean letter = value.chars().anyMatch(Character::isLetter);
    boolean other =
        value.chars().anyMatch(c -> Character.isDigit(c) || "!@#$%^&*+/=~?".indexOf(c) >= 0);
    return letter && other && !value.startsWith("/") && !value.matches("[0-9.]+[a-z]{1,2}");
  }

  /** Small and capital letters and digits, in no order of words. */
  private static boolean random(String value) {
    return value.matches("[^\\s-]*[a-z][^\\s-]*")
        && value.chars().anyMatch(Character::isUpperCase)
        && value.chars().anyMatch(Character::isDigit);
  }

  /** A name that points to a secret kept elsewhere: {@code payments-db-credentials}. */
  private static boolean word(String value) {
    return (value.matches("[a-z]+([-_./][a-z]+)*") && value.length() < 24)
        || (value.matches("[A-Z][A-Za-z]+(\\.[A-Za-z]+)*") && value.length() < 20);
  }

  /** The value is itself a name, such as a class or another field. */
  private static boolean nested(String value) {
    return value.matches("[A-Za-z_.]+=.*") || value.startsWith("//");
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
