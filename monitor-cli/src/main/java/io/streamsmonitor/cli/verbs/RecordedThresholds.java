package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thresholds as session.env has them, read back. */
final class RecordedThresholds {
  private static final Pattern PAIR = Pattern.compile("(\\w+)=([^,\\]]+)");

  private RecordedThresholds() {}

  /** Reads the text of {@link Thresholds#toString}; what it does not name is the default. */
  static Thresholds parse(String text) {
    Map<String, String> values = new HashMap<>();
    Matcher pairs = PAIR.matcher(text);
    while (pairs.find()) {
      values.put(pairs.group(1), pairs.group(2));
    }
    Thresholds d = Thresholds.DEFAULT;
    return new Thresholds(
        time(values, "poll", d.poll()),
        number(values, "lag", d.lag()),
        time(values, "timeLag", d.timeLag()),
        time(values, "pendingAge", d.pendingAge()),
        number(values, "deliveries", d.deliveries()),
        time(values, "silence", d.silence()),
        time(values, "repeatWindow", d.repeatWindow()),
        (int) number(values, "growthPolls", d.growthPolls()),
        d.profile());
  }

  private static Duration time(Map<String, String> values, String key, Duration or) {
    String value = values.get(key);
    return value == null ? or : Duration.parse(value);
  }

  private static long number(Map<String, String> values, String key, long or) {
    String value = values.get(key);
    return value == null ? or : Long.parseLong(value);
  }
}
