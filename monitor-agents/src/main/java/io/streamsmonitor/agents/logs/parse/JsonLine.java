package io.streamsmonitor.agents.logs.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.RawLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that is one JSON object, in the dialects of the specification, logback, logstash, ECS,
 * pino, bunyan, winston, zap, slog and OpenTelemetry. A head before the brace (a container's or a
 * process manager's prefix) is left out.
 */
final class JsonLine {
  private static final int HEAD_LIMIT = 64;

  private static final Set<String> TELLING =
      Set.of(
          "level",
          "lvl",
          "severity",
          "log.level",
          "msg",
          "message",
          "event",
          "time",
          "timestamp",
          "ts",
          "@timestamp",
          "body",
          "severityText");

  private JsonLine() {}

  static @Nullable LogEvent tryParse(RawLine raw, String text) {
    int open = text.indexOf('{');
    boolean likely = open >= 0 && open <= HEAD_LIMIT && text.stripTrailing().endsWith("}");
    if (!likely
        || text.indexOf('"', open) < 0
        || !text.substring(0, open).matches("[\\w\\[\\]|. :-]*")) {
      return null;
    }
    JsonNode node = Json.tryRead(text.substring(open));
    if (node == null || !node.isObject() || node.isEmpty()) {
      return null;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    JsonFields.flatten(node, "", fields, 0);
    if (open > 0 && TELLING.stream().noneMatch(fields::containsKey)) {
      // A plain line that ends with its details in JSON.
      return null;
    }
    return FieldReader.event(raw, text, LineFormat.JSON, fields);
  }
}
