package io.streamsmonitor.cli.explain;

import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which numbers of monitor.yml a rule compares with. */
public final class Limits {
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("stream.consumer-lag", List.of("lag")),
          Map.entry("stream.growing", List.of("growth-polls", "poll")),
          Map.entry("stream.missing-ack", List.of("growth-polls", "poll")),
          Map.entry("stream.stuck-message", List.of("pending-age")),
          Map.entry("stream.dead-consumer", List.of("pending-age")),
          Map.entry("stream.competing-consumers", List.of("pending-age")),
          Map.entry("stream.delivery-failure", List.of("deliveries")),
          Map.entry("stream.slow-delivery", List.of("time-lag")),
          Map.entry("log.silent-service", List.of("silence")),
          Map.entry("log.no-output", List.of("silence")),
          Map.entry("log.retry-storm", List.of("repeat-window")));

  private Limits() {}

  /**
   * {@code lag 100; thresholds: { lag: … } in monitor.yml}, or empty where there is none to set.
   */
  public static String of(String rule, Thresholds inForce) {
    List<String> keys = KEYS.getOrDefault(rule, List.of());
    if (keys.isEmpty()) {
      return "";
    }
    List<String> values = keys.stream().map(k -> k + " " + value(k, inForce)).toList();
    List<String> settings = keys.stream().map(k -> k + ": …").toList();
    return String.join(", ", values)
        + "; set by thresholds: { "
        + String.join(", ", settings)
        + " } in monitor.yml";
  }

  private static String value(String key, Thresholds t) {
    return switch (key) {
      case "lag" -> Long.toString(t.lag());
      case "growth-polls" -> Integer.toString(t.growthPolls());
      case "deliveries" -> Long.toString(t.deliveries());
      case "poll" -> time(t.poll());
      case "pending-age" -> time(t.pendingAge());
      case "time-lag" -> time(t.timeLag());
      case "silence" -> time(t.silence());
      case "repeat-window" -> time(t.repeatWindow());
      default -> throw new IllegalArgumentException("no threshold " + key);
    };
  }

  private static String time(Duration d) {
    long ms = d.toMillis();
    return ms % 1000 == 0 ? ms / 1000 + " s" : String.format(Locale.ROOT, "%d ms", ms);
  }
}
