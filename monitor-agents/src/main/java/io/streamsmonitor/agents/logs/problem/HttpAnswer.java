package io.streamsmonitor.agents.logs.problem;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The status of an HTTP exchange that a line reports, as servers write their access logs. Such a
 * line speaks by its status: the words in its path, query and user agent are the client's.
 */
final class HttpAnswer {
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT) [^\"]* HTTP/[\\d.]+\"\\s+(?:status[:=]\\s*)?([1-5]\\d\\d)\\b");
  private static final String[] FIELDS = {
    "status",
    "statusCode",
    "status_code",
    "res.statusCode",
    "response.status",
    "http.status_code",
    "http.response.status_code",
    "responseStatus"
  };

  private HttpAnswer() {}

  /** The status, or null where the line reports no exchange. */
  static @Nullable Integer status(LogEvent line) {
    if (line.fields().isEmpty()) {
      return line.text().contains(" HTTP/") ? requested(line.text()) : null;
    }
    for (String name : FIELDS) {
      String value = line.field(name);
      if (value.length() == 3 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Integer.valueOf(value);
      }
    }
    return line.message().contains(" HTTP/") ? requested(line.message()) : null;
  }

  private static @Nullable Integer requested(String text) {
    Matcher m = REQUEST.matcher(text);
    return m.find() ? Integer.valueOf(m.group(1)) : null;
  }
}
