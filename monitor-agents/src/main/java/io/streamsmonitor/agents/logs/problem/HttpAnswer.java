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

  /** {@code status}, {@code res.statusCode}, {@code DownstreamStatus}, {@code response_code}. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:.*[._-])?(?:\\w*status|\\w*status[_-]?code|response[_-]?code)");

  private static final Pattern CODE = Pattern.compile("[1-5]\\d\\d");

  private HttpAnswer() {}

  /** The status, or null where the line reports no exchange. */
  static @Nullable Integer status(LogEvent line) {
    if (line.fields().isEmpty()) {
      return requested(line.text());
    }
    String stated = stated(line.fields());
    return stated == null ? requested(line.message()) : Integer.valueOf(stated);
  }

  /**
   * Of several the plainest: {@code status} is the answer, {@code upstream_status} a part of it.
   */
  private static @Nullable String stated(Map<String, String> fields) {
    String plainest = null;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      String name = field.getKey();
      if ((plainest == null || name.length() < plainest.length())
          && CODE.matcher(field.getValue()).matches()
          && NAMED.matcher(name).matches()) {
        plainest = name;
      }
    }
    return plainest == null ? null : fields.get(plainest);
  }

  private static @Nullable Integer requested(String text) {
    if (WORTH.stream().noneMatch(text::contains)) {
      return null;
    }
    Matcher m = REQUEST.matcher(text);
    return m.find() ? Integer.valueOf(m.group(1)) : null;
  }
}
