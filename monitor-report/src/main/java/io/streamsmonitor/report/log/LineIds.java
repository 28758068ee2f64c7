package io.streamsmonitor.report.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ids that a line of any style names: {@code key=value}, in brackets, in JSON, or bare. */
final class LineIds {
  private static final Pattern ENTRY = Pattern.compile("(?<![\\w-])\\d{13}-\\d{1,10}(?![\\w-])");

  private static final Pattern CORRELATION =
      named("correlation[-_. ]?id|corr(?:[-_. ]?id)?|cid|correlation");

  /** What fleets without a correlation id carry along instead. */
  private static final Pattern REQUEST =
      named("(?:x[-_])?(?:request|req)[-_. ]?id|trace(?:[-_. ]?id)?|flow[-_. ]?id");

  private static final Pattern UUID =
      Pattern.compile(
          "(?<![\\w-])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "(?![\\w-])");

  private static final List<String> FIELDS =
      List.of(
          "corrId",
          "corr_id",
          "corr",
          "cid",
          "requestId",
          "request_id",
          "reqId",
          "traceId",
          "trace_id",
          "trace.id");

  private static final Set<String> NOTHING = Set.of("null", "none", "undefined", "unknown", "true");

  private LineIds() {}

  private static Pattern named(String names) {
    return Pattern.compile(
        "(?i)(?<![\\w.-])(?:" + names + ")[\"']?\\s*(?:[=:]\\s*[\"']?|\\s)([\\w-]{4,64})");
  }

  /** The id of a stream's entry, or null. */
  static @Nullable String entry(String text) {
    Matcher entry = ENTRY.matcher(text);
    return entry.find() ? entry.group() : null;
  }

  /** What the line calls a correlation id, or null. */
  static @Nullable String correlation(String text, @Nullable LogFields fields) {
    String said = fields == null ? null : LifecycleEvent.correlationId(fields);
    boolean prefixed = fields == null || !fields.record();
    return said != null || !prefixed ? said : found(CORRELATION, text);
  }

  /** An id that lines of one request share, whatever its name; null where there is none. */
  static @Nullable String shared(String text, @Nullable LogFields fields) {
    String id = correlation(text, fields);
    if (id == null && fields != null) {
      id = fields.text(FIELDS.toArray(String[]::new));
    }
    if (id == null) {
      id = found(REQUEST, text);
    }
    Matcher uuid = UUID.matcher(text);
    return id == null && uuid.find() ? uuid.group() : id;
  }

  private static @Nullable String found(Pattern pattern, String text) {
    Matcher id = pattern.matcher(text);
    while (id.find()) {
      if (!NOTHING.contains(id.group(1).toLowerCase(Locale.ROOT)) && digits(id.group(1))) {
        return id.group(1);
      }
    }
    return null;
  }

  /** A word such as {@code missing} after the name is no id. */
  private static boolean digits(String id) {
    return id.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
