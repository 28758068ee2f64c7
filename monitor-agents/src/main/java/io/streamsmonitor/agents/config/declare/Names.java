package io.streamsmonitor.agents.config.declare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names of streams and groups look like, and when two of them mean one thing. */
public final class Names {
  private static final Pattern PLAUSIBLE =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_:./{}@-]{0,199}");
  private static final Pattern NUMBER = Pattern.compile("[\\d.]+(?:ms|s|m|h|d|[kmg]b?)?");
  private static final List<String> WORDS =
      List.of(
          "true", "false", "yes", "no", "on", "off", "null", "none", "default", "stable", "latest");
  private static final Pattern DEAD =
      Pattern.compile(
          "(?i)(?:dlq|dlt|dls|dlx|dead[-_.]?letters?|dead|failed|failures?|errors?|poison(?:ed)?|park(?:ed|ing)"
              + "|retry|retries|rejected|invalid|quarantine)");
  private static final String SEPARATORS = "[:._/-]";

  private Names() {}

  /** Whether a value of a configuration file can be a stream's or a group's name. */
  public static boolean plausible(String text) {
    return PLAUSIBLE.matcher(text).matches()
        && !NUMBER.matcher(text).matches()
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && !text.contains("://")
        && !text.contains("@")
        && text.indexOf('{') < 0 == text.indexOf('}') < 0;
  }

  /** Whether it is the place where another stream's failures go, by its name. */
  public static boolean deadLetters(String name) {
    return deadLetterBase(name).isPresent();
  }

  /** The stream whose failures go there: {@code orders} of {@code orders:dlq}; "" for all. */
  public static Optional<String> deadLetterBase(String name) {
    if (DEAD.matcher(name).matches()) {
      return Optional.of("");
    }
    for (int i = 1; i < name.length() - 1; i++) {
      if (":._/-".indexOf(name.charAt(i)) >= 0) {
        if (DEAD.matcher(name.substring(i + 1)).matches()) {
          return Optional.of(name.substring(0, i));
        }
        if (DEAD.matcher(name.substring(0, i)).matches()) {
          return Optional.of(name.substring(i + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** Equal for names that differ only in separators, case or plural. */
  public static String canonical(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    Arrays.stream(words.split(SEPARATORS, -1))
        .forEach(
            w ->
                out.append(w.length() > 3 && w.endsWith("s") ? w.substring(0, w.length() - 1) : w));
    return out.toString();
  }
}
