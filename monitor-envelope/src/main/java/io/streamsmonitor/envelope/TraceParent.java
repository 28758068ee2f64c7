package io.streamsmonitor.envelope;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C header {@code traceparent} of a producer that knows nothing of this envelope. */
record TraceParent(String traceId, String spanId) {
  static final String FIELD = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.{0,200}");

  static @Nullable TraceParent parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher matcher = FORM.matcher(header);
    return matcher.matches() ? new TraceParent(matcher.group(1), matcher.group(2)) : null;
  }
}
