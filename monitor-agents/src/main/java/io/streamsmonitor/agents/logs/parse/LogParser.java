package io.streamsmonitor.agents.logs.parse;

import io.streamsmonitor.core.model.RawLine;
import java.util.Map;

/** Reads a line by itself: two lines of one file may be of different dialects. Never throws. */
public final class LogParser {
  /** Longer lines are judged by their head: no logger writes its message later. */
  private static final int READ_LIMIT = 256 * 1024;

  private LogParser() {}

  /** The line, read. */
  public static LogEvent parse(RawLine raw) {
    String text = CleanText.of(raw.bytes());
    if (text.length() > READ_LIMIT) {
      text = text.substring(0, READ_LIMIT);
    }
    if (text.isBlank()) {
      return blank(raw, text);
    }
    LogEvent event = JsonLine.tryParse(raw, text);
    if (event == null) {
      event = LogfmtLine.tryParse(raw, text);
    }
    return event == null ? TextLine.parse(raw, text) : event;
  }

  private static LogEvent blank(RawLine raw, String text) {
    return new LogEvent(
        raw, text, LineFormat.BLANK, null, null, null, "", null, null, null, null, null, Map.of());
  }
}
