package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document of {@code --json}: session, findings, summary. */
public final class JsonReport {
  private static final List<String> TIMES = List.of("START", "DEADLINE", "COMPLETED");

  private JsonReport() {}

  public static String of(SessionResult result) {
    return JsonText.text(out -> write(result, out));
  }

  static void write(SessionResult result, Writer out) throws IOException {
    JsonText.pretty(document(result), out);
  }

  /** The document as text, with more top-level fields, such as {@code facts} of a scan. */
  public static String of(SessionResult result, Map<String, ?> more) {
    Map<String, Object> document = document(result);
    document.putAll(more);
    return JsonText.pretty(document);
  }

  /** The document as maps and lists; the caller may add to it. */
  public static Map<String, Object> document(SessionResult result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("session", session(result));
    document.put("findings", JsonText.each(result.session().findings(), FindingJson::fields));
    document.put("summary", JsonSummary.of(result));
    return document;
  }

  static Map<String, Object> session(SessionResult result) {
    SessionRecord session = result.session();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", session.id());
    for (String key : TIMES) {
      if (session.env().containsKey(key)) {
        out.put(key.toLowerCase(Locale.ROOT), session.env().get(key));
      }
    }
    out.put("end", session.end().name());
    out.put("endReason", session.env().getOrDefault("END_REASON", ""));
    out.put("duration", session.env().getOrDefault("DURATION", ""));
    out.put("services", session.services());
    out.put("redisVersion", session.env().getOrDefault("REDIS_VERSION", ""));
    out.put("profile", session.env().getOrDefault("PROFILE", ""));
    return out;
  }
}
