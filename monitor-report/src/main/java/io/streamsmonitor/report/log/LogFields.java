package io.streamsmonitor.report.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamsmonitor.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a log line that is JSON, or has JSON after a plain prefix. Knows the dialects of
 * the usual encoders: {@code @timestamp}, epoch milliseconds, key-value lists, JSON as the message.
 */
public final class LogFields {
  private static final List<String> TIME = List.of("timestamp", "@timestamp", "time", "ts");
  private static final Pattern PLAIN_TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}([.,]\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})?");

  /** One of these stands in every line that a JSON encoder wrote. */
  private static final List<String> RECORD =
      List.of("level", "lvl", "severity", "message", "msg", "event", "@timestamp", "timestamp");

  private final JsonNode node;
  private final boolean whole;

  private LogFields(JsonNode node, boolean whole) {
    this.node = node;
    this.whole = whole;
  }

  /** The line's fields, or null where it holds no JSON object. */
  public static @Nullable LogFields of(String line) {
    int brace = line.indexOf('{');
    if (brace < 0 || !line.stripTrailing().endsWith("}")) {
      return null;
    }
    JsonNode node = Json.tryRead(line.substring(brace));
    return node instanceof ObjectNode object
        ? new LogFields(unfolded(object), line.substring(0, brace).isBlank())
        : null;
  }

  /** Whether the JSON is the line's record, and not some values at the end of a plain line. */
  boolean record() {
    return whole || RECORD.stream().anyMatch(this::has);
  }

  /** When a plain line says it was written; a time without zone counts as UTC. */
  public static @Nullable Instant plainTime(String line) {
    Matcher time = PLAIN_TIME.matcher(line);
    return time.find() ? instant(time.group()) : null;
  }

  private static ObjectNode unfolded(ObjectNode object) {
    for (JsonNode pair : object.path("kvpList")) {
      pair.properties().forEach(e -> object.putIfAbsent(e.getKey(), e.getValue()));
    }
    String message = object.path("message").asText("");
    boolean nested = !object.has("event") && message.startsWith("{") && message.endsWith("}");
    if (nested && Json.tryRead(message) instanceof ObjectNode inner) {
      inner.properties().forEach(e -> object.set(e.getKey(), e.getValue()));
    }
    return object;
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A field as text under the first of these names that is there, or null. */
  public @Nullable String text(String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
        return value.asText();
      }
    }
    return null;
  }

  /** A number, or null; numbers in quotes count too. */
  public @Nullable Long number(String name) {
    JsonNode value = node.path(name);
    if (value.isNumber()) {
      return value.asLong();
    }
    String text = value.asText("");
    return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
  }

  public List<String> texts(String name) {
    JsonNode value = node.path(name);
    return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of();
  }

  /** When the line says it was written, or null. */
  public @Nullable Instant time() {
    for (String name : TIME) {
      JsonNode value = node.path(name);
      if (value.isNumber() && value.asLong() > 100_000_000_000L) {
        return Instant.ofEpochMilli(value.asLong());
      }
      Instant at = value.isTextual() ? instant(value.asText()) : null;
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  private static @Nullable Instant instant(String text) {
    String iso =
        text.replace(' ', 'T').replace(',', '.').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    try {
      return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
