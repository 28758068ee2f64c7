package io.streamsmonitor.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payloads to and from JSON. */
final class PayloadJson {
  static final int MOST_NAMES = 64;
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(JavaTimeText.module())
          .build();

  private PayloadJson() {}

  /** Text and bytes are taken as they are, anything else becomes JSON. */
  static String write(Object payload) {
    if (payload instanceof CharSequence text) {
      return text.toString();
    }
    if (payload instanceof byte[] utf8) {
      return new String(utf8, StandardCharsets.UTF_8);
    }
    try {
      return MAPPER.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "payload of type " + payload.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  static <T> T read(String payload, Class<T> type) {
    if (type == String.class) {
      return type.cast(payload);
    }
    try {
      return MAPPER.readValue(payload, type);
    } catch (JsonProcessingException e) {
      // Without the source text: a payload must not leak into an error line.
      throw new IllegalArgumentException(
          "payload is not JSON of type " + type.getName() + ": " + e.getClass().getSimpleName());
    }
  }

  /** The text as a tree; {@code null} when it is not JSON. */
  static @Nullable JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The texts of an array of JSON. */
  static List<String> texts(byte[] array) {
    List<String> texts = new ArrayList<>();
    try {
      MAPPER.readTree(array).forEach(item -> texts.add(item.textValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The names at the top of a JSON object, at most 64; empty for anything that is none. */
  static List<String> fieldNames(byte[] payload) {
    List<String> names = new ArrayList<>();
    if (payload.length == 0 || payload[0] != '{') {
      return names;
    }
    try (JsonParser parser = FACTORY.createParser(payload)) {
      parser.nextToken();
      while (names.size() < MOST_NAMES && parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException e) {
      return names;
    }
    return names;
  }
}
