package io.streamsmonitor.agents.logs.parse;

import io.streamsmonitor.core.model.RawLine;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of plain text: a time and a level near its head, where they are, and the rest. */
final class TextLine {
  /** Words before the time: a bracket, a process manager's prefix, a host, a number. */
  private static final int TIME_LIMIT = 60;

  /** The logger between level and message: {@code [main] c.a.Orders -}, {@code app.db:}. */
  private static final Pattern LOGGER =
      Pattern.compile(
          "\\s*(?:\\d+ --- )?(?:\\[[^\\]]{0,60}\\]\\s*){0,3}([A-Za-z_$][\\w.$/-]{2,80})(?:\\[\\d+\\])?\\s*(?:[:>]|- )\\s?");

  private static final Pattern FAILURE =
      Pattern.compile(
          "(?i).*(?:error|exception|failure|failed|warning|panic|fatal|denied|refused|timeout)");

  private TextLine() {}

  static LogEvent parse(RawLine raw, String text) {
    TimeText.Found time = time(raw, text);
    int head = time == null ? 0 : time.end();
    LevelText.Found level = LevelText.find(text, time == null ? -1 : head);
    int body = level == null ? head : Math.max(head, level.end());
    body = skip(text, body);
    Matcher m = LOGGER.matcher(text).region(body, text.length());
    boolean named = (time != null || level != null) && m.lookingAt() && !failure(m.group(1));
    String message = text.substring(named ? m.end() : body).strip();
    return new LogEvent(
        raw,
        text,
        LineFormat.TEXT,
        time == null ? null : time.time(),
        level == null ? null : level.level(),
        named ? m.group(1) : null,
        message.isEmpty() ? text : message,
        References.correlationId(text),
        References.traceId(text),
        References.streamId(text),
        null,
        null,
        Map.of());
  }

  /** {@code TypeError: …} is what happened, not who says it. */
  private static boolean failure(String name) {
    return FAILURE.matcher(name).matches();
  }

  private static TimeText.@Nullable Found time(RawLine raw, String text) {
    int limit = Math.min(text.length(), TIME_LIMIT);
    boolean boundary = true;
    for (int i = 0; i < limit; i++) {
      char c = text.charAt(i);
      if (boundary && (Character.isDigit(c) || Character.isUpperCase(c))) {
        TimeText.Found found = TimeText.at(text, i, raw.arrived());
        if (found != null) {
          return found;
        }
      }
      boundary = !Character.isLetterOrDigit(c) && c != '.' && c != '-';
    }
    return null;
  }

  private static int skip(String text, int from) {
    int i = from;
    while (i < text.length() && " \t]|:)-".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
