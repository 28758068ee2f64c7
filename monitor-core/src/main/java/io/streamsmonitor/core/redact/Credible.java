package io.streamsmonitor.core.redact;

import java.util.regex.Pattern;

/** Whether a value looks like a secret of its kind, and not like a word, a name or an object. */
final class Credible {
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * What a program prints of its own objects: {@code AppToken@2bd79ce}, {@code org.acme.job/17}.
   */
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?:[\\w$]+\\.)*[A-Z][\\w$]*[@{\\[(].*|[a-z]+(?:\\.[a-z]+)+[/:]?\\d*", Pattern.DOTALL);

  private Credible() {}

  /**
   * Whether it does.
   *
   * @param prose whether it stands in a sentence, where words follow a name as well
   */
  static boolean value(String value, SecretKind kind, boolean prose) {
    if (nested(value) || (kind != SecretKind.PASSWORD && OBJECT.matcher(value).matches())) {
      return false;
    }
    return switch (kind) {
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
  }

  /** A digit or a sign beside letters: not a word of a sentence. */
  static boolean mixed(String value) {
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
}
