package io.streamsmonitor.agents.logs.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stream and the group that Redis says are not there, in its own words. */
public record MissingGroup(String stream, String group) {
  private static final Pattern NOGROUP =
      Pattern.compile("NOGROUP No such key '([^']{1,512})' or consumer group '([^']{1,512})'");

  /** Those of this text, or null where it does not say so. */
  public static @Nullable MissingGroup in(String text) {
    if (!text.contains("NOGROUP")) {
      return null;
    }
    Matcher found = NOGROUP.matcher(text);
    return found.find() ? new MissingGroup(found.group(1), found.group(2)) : null;
  }
}
