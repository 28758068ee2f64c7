package io.streamsmonitor.agents.logs.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that a line names in passing. */
final class References {
  /** Thirteen digits of Unix milliseconds from 2014 to 2033, and a sequence. */
  private static final Pattern STREAM_ID =
      Pattern.compile("(?<![\\w-])1[4-9]\\d{11}-\\d{1,10}(?![\\w-])");

  private static final Pattern CORRELATION =
      Pattern.compile(
          "(?i)(?:correlation[_-]?id|request[_-]?id|x-request-id|\\bcid|\\bcorr)[\"']?\\s*[=:]\\s*[\"']?([\\w.:-]{4,64})");
  private static final Pattern TRACE =
      Pattern.compile("(?i)(?:trace[_.-]?id|\\btrace)[\"']?\\s*[=:]\\s*[\"']?([0-9a-f-]{16,36})");

  private References() {}

  static @Nullable String streamId(String text) {
    return text.indexOf('-') < 0 ? null : first(STREAM_ID, text, 0);
  }

  static @Nullable String correlationId(String text) {
    return first(CORRELATION, text, 1);
  }

  static @Nullable String traceId(String text) {
    return first(TRACE, text, 1);
  }

  private static @Nullable String first(Pattern pattern, String text, int group) {
    Matcher m = pattern.matcher(text);
    return m.find() ? m.group(group) : null;
  }
}
