package io.streamsmonitor.core.fleet;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a runner writes when one of its processes ends. */
final class RunnerExit {
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "HUP", 1, "INT", 2, "QUIT", 3, "ABRT", 6, "KILL", 9, "SEGV", 11, "PIPE", 13, "TERM", 15);
  private static final Pattern ENDED =
      Pattern.compile(
          "(?i:exited with code|exited:|terminated by) (?:(\\d{1,3})|SIG([A-Z]{2,6}))\\.?\\s*$");

  private RunnerExit() {}

  /** The exit code that the line reports, 128 + n for signal n, or null. */
  static @Nullable Integer code(String line) {
    if (line.length() > 300 || !(line.contains("xited") || line.contains("erminated"))) {
      return null;
    }
    Matcher matcher = ENDED.matcher(line);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) != null
        ? Integer.valueOf(matcher.group(1))
        : Integer.valueOf(128 + SIGNALS.getOrDefault(matcher.group(2), 0));
  }
}
