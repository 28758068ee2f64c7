package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;
import java.util.regex.Pattern;

/** Whether a service has said that it goes: silence after that is none. */
final class Farewell {
  /** A service that goes on talking has not gone. */
  private static final int LAST_WORDS = 10;

  private static final int LIMIT = 200;
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)\\b(?:shut(?:ting)? ?down|shutdown|good ?bye|bye|exiting|stopped(?: cleanly)?|server closed|terminat(?:ed|ing) gracefully"
              + "|(?:received|got|caught) (?:signal )?SIG(?:TERM|INT|QUIT))\\b(?! (?:hook registered|timeout))");

  private boolean said;
  private int since;

  void line(LogEvent line) {
    String event = line.event();
    if ("service.shutdown".equals(event)) {
      said = true;
      since = 0;
    } else if ("service.started".equals(event)) {
      said = false;
    } else if (goes(line)) {
      said = true;
      since = 0;
    } else if (said && ++since > LAST_WORDS) {
      said = false;
    }
  }

  private static boolean goes(LogEvent line) {
    String message = line.message();
    return !line.atLeast(LogLevel.ERROR)
        && message.length() <= LIMIT
        && WORDS.matcher(message).find();
  }

  boolean said() {
    return said;
  }
}
