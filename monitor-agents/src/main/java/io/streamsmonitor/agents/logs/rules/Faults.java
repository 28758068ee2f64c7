package io.streamsmonitor.agents.logs.rules;

import io.streamsmonitor.agents.logs.parse.LogLevel;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.trace.StackTrace;
import io.streamsmonitor.agents.logs.window.Sighting;
import org.jspecify.annotations.Nullable;

/** What rules ask of a problem. */
final class Faults {
  private Faults() {}

  static @Nullable FaultKind kind(Sighting sighting) {
    return sighting.problem() == null ? null : sighting.problem().kind();
  }

  /** Whether the line that opened it is at WARN or below. */
  static boolean warned(Sighting sighting) {
    LogLevel level = sighting.event().level();
    return level != null && !level.atLeast(LogLevel.ERROR);
  }

  /** The root cause as far as the trace tells it. */
  static String cause(Sighting sighting) {
    StackTrace stack = sighting.stack();
    if (stack == null || stack.root().type().isEmpty()) {
      return "The line names no exception; what came before it may.";
    }
    StackTrace.Link root = stack.root();
    String first = root.frames().isEmpty() ? "" : ", thrown in " + root.frames().get(0);
    String message = root.message().isBlank() ? "" : " (" + root.message().strip() + ")";
    return "Root cause is " + root.name() + message + first + ".";
  }
}
