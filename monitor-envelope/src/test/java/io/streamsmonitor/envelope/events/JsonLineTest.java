package io.streamsmonitor.envelope.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");

  @Test
  void rendersEveryKindOfValue() throws Exception {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("count", 3);
    fields.put("big", Long.MAX_VALUE);
    fields.put("negative", -1_000_000_000L);
    fields.put("nine", 999_999_999);
    fields.put("umlaut", "äß€\ud83d\ude80");
    fields.put("ratio", 0.5);
    fields.put("nan", Double.NaN);
    fields.put("yes", true);
    fields.put("nothing", null);
    fields.put("list", Arrays.asList("a", null, 1));
    fields.put("map", Map.of("k", List.of()));
    fields.put("at", AT);

    JsonNode line = new ObjectMapper().readTree(event("e", fields).toJson());

    assertThat(line.get("timestamp").textValue()).isEqualTo("2026-05-01T10:00:00.000Z");
    assertThat(line.get("count").intValue()).isEqualTo(3);
    assertThat(line.get("big").longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(line.get("negative").longValue()).isEqualTo(-1_000_000_000L);
    assertThat(line.get("nine").intValue()).isEqualTo(999_999_999);
    assertThat(line.get("umlaut").textValue()).isEqualTo("äß€\ud83d\ude80");
    assertThat(line.get("ratio").doubleValue()).isEqualTo(0.5);
    assertThat(line.get("nan").isNull()).isTrue();
    assertThat(line.get("yes").booleanValue()).isTrue();
    assertThat(line.get("nothing").isNull()).isTrue();
    assertThat(line.get("list").toString()).isEqualTo("[\"a\",null,1]");
    assertThat(line.get("map").toString()).isEqualTo("{\"k\":[]}");
    assertThat(line.get("at").textValue()).isEqualTo("2026-05-01T10:00:00.000Z");
  }

  @Test
  void staysOneLineOfValidJsonWhateverTheTextIs() throws Exception {
    StringBuilder hostile = new StringBuilder("\"}\\ \u001b[31m \u2028\u2029\u0085 \ud83d\ude80 é");
    for (char c = 0; c < 0x20; c++) {
      hostile.append(c);
    }

    String json = event(hostile.toString(), Map.of()).toJson();

    assertThat(json.chars().filter(c -> c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029))
        .isEmpty();
    assertThat(new ObjectMapper().readTree(json).get("message").textValue())
        .isEqualTo(hostile.toString());
  }

  @Test
  void spellsOutHalfACharacter() {
    assertThat(event("\ud83d", Map.of()).toJson()).contains("\"\\ud83d\"");
  }

  @Test
  void writesNoKeyTwice() {
    String json = event("m", Map.of("level", "forged", "event", "forged", "own", 1)).toJson();

    assertThat(json).doesNotContain("forged").contains("\"own\":1");
  }

  private static LifecycleEvent event(String message, Map<String, @Nullable Object> fields) {
    List<@Nullable Object> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          pairs.add(name);
          pairs.add(value);
        });
    return new LifecycleEvent(
        Level.INFO,
        AT,
        "shop",
        "c-1",
        null,
        "test",
        message,
        0,
        null,
        pairs.toArray(),
        pairs.size());
  }
}
