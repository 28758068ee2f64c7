package io.streamsmonitor.report;

import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Times in which nobody looked at the streams, though looks were due. */
final class PollHoles {
  static final String BEGIN = "No look at the streams from ";

  /** A look that comes late is none that is missing. */
  private static final double DUE = 2.5;

  private static final Duration SHORTEST = Duration.ofSeconds(5);

  private PollHoles() {}

  /** A sentence for each, of the times of all looks in their order. */
  static List<String> of(List<Instant> times) {
    List<Duration> steps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      steps.add(Duration.between(times.get(i - 1), times.get(i)));
    }
    List<String> holes = new ArrayList<>();
    if (steps.size() < 3) {
      return holes;
    }
    long usual = steps.stream().sorted().toList().get(steps.size() / 2).toMillis();
    for (int i = 0; i < steps.size(); i++) {
      Duration step = steps.get(i);
      if (step.toMillis() > DUE * usual && step.compareTo(SHORTEST) > 0) {
        holes.add(
            BEGIN
                + Json.time(times.get(i))
                + " to "
                + Json.time(times.get(i + 1))
                + " ("
                + Span.ofMillis(step.toMillis())
                + ")");
      }
    }
    return holes;
  }
}
