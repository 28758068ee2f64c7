package io.streamsmonitor.agents.logs.parse;

import io.streamsmonitor.core.model.RawLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line of {@code key=value key="two words"} pairs and nothing else. */
final class LogfmtLine {
  private static final Set<String> TELLING =
      Set.of(
          "level", "lvl", "msg", "message", "ts", "time", "severity", "at", "event", "timestamp");

  private LogfmtLine() {}

  static @Nullable LogEvent tryParse(RawLine raw, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    int at = 0;
    int bare = 0;
    while (at < text.length() && fields.size() < 100) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      int equals = keyEnd(text, at);
      if (equals < 0) {
        if (++bare > 1 || fields.isEmpty()) {
          return null;
        }
        int space = text.indexOf(' ', at);
        at = space < 0 ? text.length() : space;
        continue;
      }
      int end = valueEnd(text, equals + 1);
      fields.put(text.substring(at, equals), value(text, equals + 1, end));
      at = end;
    }
    boolean telling = fields.keySet().stream().anyMatch(TELLING::contains);
    return fields.size() >= 2 && telling
        ? FieldReader.event(raw, text, LineFormat.LOGFMT, fields)
        : null;
  }

  private static int keyEnd(String text, int from) {
    int i = from;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || "_.-@/".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '=' ? i : -1;
  }

  private static int valueEnd(String text, int from) {
    if (from < text.length() && text.charAt(from) == '"') {
      int i = from + 1;
      while (i < text.length() && text.charAt(i) != '"') {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return Math.min(text.length(), i + 1);
    }
    int space = text.indexOf(' ', from);
    return space < 0 ? text.length() : space;
  }

  private static String value(String text, int from, int end) {
    boolean quoted = end - from >= 2 && text.charAt(from) == '"' && text.charAt(end - 1) == '"';
    return quoted
        ? text.substring(from + 1, end - 1)
            .replace("\\\"", "\"")
            .replace("\\n", "\n")
            .replace("\\t", "\t")
        : text.substring(from, end);
  }
}
