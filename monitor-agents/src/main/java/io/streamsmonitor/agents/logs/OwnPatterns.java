package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.SightingKind;
import java.util.List;

/** Sights what the user wants to hear of. */
final class OwnPatterns {
  private final List<UserPattern> patterns;
  private final LogWindow window;

  OwnPatterns(List<UserPattern> patterns, LogWindow window) {
    this.patterns = patterns;
    this.window = window;
  }

  void line(LogEvent line) {
    for (UserPattern pattern : patterns) {
      if (pattern.in(line.text())) {
        String key = pattern.category() + " " + pattern.severity() + " " + pattern.expression();
        window.sight(SightingKind.WANTED, key, new LogEntry(line), null, window.now());
      }
    }
  }
}
