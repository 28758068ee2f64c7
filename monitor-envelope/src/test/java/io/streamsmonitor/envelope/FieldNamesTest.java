package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {
  private final FieldNames names = new FieldNames();
  private final Random random = new Random(7);

  @Test
  void areThoseAParserFinds() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < 2_000; i++) {
      byte[] payload =
          i % 2 == 0
              ? json.writeValueAsBytes(object(0))
              : json.writerWithDefaultPrettyPrinter().writeValueAsBytes(object(0));
      List<String> expected = PayloadJson.fieldNames(payload);

      assertThat(of(payload)).isEqualTo(expected.isEmpty() ? List.of("payload") : expected);

      byte[] torn = Arrays.copyOf(payload, random.nextInt(payload.length));
      List<String> ofTorn = PayloadJson.fieldNames(torn);
      assertThat(of(torn)).isEqualTo(ofTorn.isEmpty() ? List.of("payload") : ofTorn);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "[{\"a\":1}]",
        "\"text\"",
        "{",
        "{}",
        "{ }",
        "{\"a\"",
        "{\"a\":}",
        "{\"a\":1]",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":{\"b\":[}],\"c\":1}",
        "{\"a\":1}}",
        "\u0000",
        "{\"\":1}"
      })
  void neverHoldsAValue(String payload) throws Exception {
    assertThat(of(payload.getBytes(UTF_8))).isSubsetOf("a", "c", "payload", "");
  }

  @Test
  void ownFieldsOfTheEntryFollow() {
    WireFields fields = new WireFields();
    fields.read(
        new Listed(
            List.of(
                "total", "1", "correlationId", "c", "ümlaut \"\n", "2", "payload", "{\"a\":1}")));

    assertThat(PayloadJson.texts(names.of(fields))).containsExactly("a", "total", "ümlaut \"\n");
  }

  @Test
  void atMostSixtyFour() {
    StringBuilder payload = new StringBuilder("{\"f\":0");
    for (int i = 0; i < 100; i++) {
      payload.append(",\"f").append(i).append("\":{}");
    }

    assertThat(of(payload.append('}').toString().getBytes(UTF_8))).hasSize(64);
  }

  private List<String> of(byte[] payload) {
    WireFields fields = new WireFields();
    fields.put(WireField.PAYLOAD, payload);
    return PayloadJson.texts(names.of(fields));
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      object.put(word(), value(depth + 1));
    }
    return object;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 6)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextBoolean();
      case 2 -> word();
      case 3 -> random.nextDouble();
      case 4 -> object(depth);
      default -> new ArrayList<>(List.of(value(depth + 1), value(depth + 1)));
    };
  }

  private String word() {
    String[] words = {"a", "total", "\"", "\\", "}{][,:", "ü€\ud83d\ude80", "\n\u2028", "x y", ""};
    return words[random.nextInt(words.length)] + random.nextInt(10);
  }

  /** Fields of an entry given in turn. */
  private record Listed(List<String> namesAndValues)
      implements io.streamsmonitor.envelope.redis.RawFields {
    @Override
    public int fields() {
      return namesAndValues.size() / 2;
    }

    @Override
    public byte[] name(int at) {
      return namesAndValues.get(2 * at).getBytes(UTF_8);
    }

    @Override
    public byte[] value(int at) {
      return namesAndValues.get(2 * at + 1).getBytes(UTF_8);
    }
  }
}
