package io.streamsmonitor.agents.config.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which deployment a file is for, by its name or its folder: values of two stages may differ. */
final class Stage {
  private static final Pattern WORD =
      Pattern.compile(
          "(?:^|[/._-])(prod|production|live|stag(?:e|ing)|dev|development|local|test|testing|qa|uat"
              + "|ci|e2e|preprod|sandbox|override)(?=[/._-]|$)");

  private Stage() {}

  /** The stage, or "". */
  static String of(String relative) {
    Matcher matcher = WORD.matcher(relative.toLowerCase(Locale.ROOT));
    String stage = "";
    while (matcher.find()) {
      stage = matcher.group(1);
    }
    return stage;
  }
}
