package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCheckTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Test
  void agreesWithAParserOnDamagedJson() throws IOException {
    Random random = new Random(11);
    byte[] whole =
        "{\"a\":[1,-2.5e+3,true,false,null,\"x\\u00e9\\n\"],\"b\":{\"c\":\"\",\"d\":[]} }"
            .getBytes(UTF_8);
    byte[] pieces = "{}[]\",:\\u0019-+.eEtrfalsn x\n".getBytes(UTF_8);
    for (int i = 0; i < 50_000; i++) {
      byte[] json = whole.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        json[random.nextInt(json.length)] = pieces[random.nextInt(pieces.length)];
      }

      assertThat(JsonCheck.isValue(json, 0, json.length))
          .as("%s", new String(json, UTF_8))
          .isEqualTo(parses(json));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{oops}",
        "{\"a\":1",
        "1 2",
        "01",
        "-",
        "1.",
        "nul",
        "\"",
        "\"\t\"",
        "é"
      })
  void textThatIsNoJsonStandsInTheEnvelopeAsText(String payload) throws IOException {
    EventEnvelope event = EventEnvelope.fromFields(Map.of("payload", payload), "1-0");

    assertThat(JSON.readTree(event.toJson()).get("payload").textValue()).isEqualTo(payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":{\"b\":[1,\"é\"]}}", "[]", "7", "\"text\"", "null", " {} "})
  void jsonStandsInItAsItIs(String payload) throws IOException {
    EventEnvelope event = EventEnvelope.fromFields(Map.of("payload", payload), "1-0");

    assertThat(JSON.readTree(event.toJson()).get("payload")).isEqualTo(JSON.readTree(payload));
  }

  @Test
  void doesNotGoDownForEver() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThat(JsonCheck.isValue(deep.getBytes(UTF_8), 0, deep.length())).isFalse();
  }

  private static boolean parses(byte[] json) throws IOException {
    try {
      return !JSON.readTree(json).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
