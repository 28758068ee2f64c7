package io.streamsmonitor.agents.logs.problem;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The status of an HTTP exchange that a line reports, as servers write their access logs. Such a
 * line speaks by its status: the words in its path, query and user agent are the client's.
 */
final class HttpAnswer {
  private static final String METHOD = "(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT)";

  /**
   * Common log format; the short forms of morgan and gin; Rails and Serilog; HAProxy, Squid, IIS.
   */
  private static final Pattern REQUEST =
      Pattern.compile(
          "(?:\""
              + METHOD
              + " [^\"]* HTTP/[\\d.]+\"\\s+(?:status[:=]\\s*)?|\\b"
              + METHOD
              + " /\\S* (?:responded )?|\\|\\s*(?=\\d{3} \\|.*\\| "
              + METHOD
              + "\\b)|\\bCompleted |(?<= )(?:-?\\d+/){4}\\+?-?\\d+ |\\bTCP_\\w+/|\\b"
              + METHOD
              + " /\\S* \\S+ \\d+ \\S+ \\S+ \\S+ (?:\\S+ )?(?=\\d{3} \\d+ \\d+ \\d+))([1-5]\\d\\d)\\b(?! ?ms)");

  private static final List<String> WORTH =
      List.of(
          "GET ",
          "POST ",
          "PUT ",
          "PATCH ",
          "DELETE ",
          "HEAD ",
          "OPTIONS ",
          "CONNECT ",
          "Completed ");
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

  /** What proxies call it: {@code DownstreamStatus}, {@code response_code}. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:.*[._-])?(?:\\w*status|\\w*status[_-]?code|response[_-]?code)");

  private static final Pattern CODE = Pattern.compile("[1-5]\\d\\d");

  private HttpAnswer() {}

  /** The status, or null where the line reports no exchange. */
  static @Nullable Integer status(LogEvent line) {
    if (line.fields().isEmpty()) {
      return requested(line.text());
    }
    for (String name : FIELDS) {
      String value = line.field(name);
      if (value.length() == 3 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Integer.valueOf(value);
      }
    }
    for (Map.Entry<String, String> field : line.fields().entrySet()) {
      if (NAMED.matcher(field.getKey()).matches() && CODE.matcher(field.getValue()).matches()) {
        return Integer.valueOf(field.getValue());
      }
    }
    return requested(line.message());
  }

  private static @Nullable Integer requested(String text) {
    if (WORTH.stream().noneMatch(text::contains)) {
      return null;
    }
    Matcher m = REQUEST.matcher(text);
    return m.find() ? Integer.valueOf(m.group(1)) : null;
  }
}
