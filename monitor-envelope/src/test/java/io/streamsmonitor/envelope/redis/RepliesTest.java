package io.streamsmonitor.envelope.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.KeyValue;

class RepliesTest {
  private static final List<Object> ENTRIES =
      List.of(
          List.of(raw("1-0"), List.of(raw("a"), raw("1"))),
          Arrays.asList(raw("2-0"), (Object) null));

  @Test
  void readsBothProtocols() {
    Map<String, List<Entry>> expected =
        Map.of("orders", List.of(new Entry("1-0", Map.of("a", "1")), new Entry("2-0", Map.of())));

    assertThat(streams(List.of(List.of(raw("orders"), ENTRIES)))).isEqualTo(expected);
    assertThat(streams(List.of(KeyValue.of(raw("orders"), ENTRIES)))).isEqualTo(expected);
  }

  @Test
  void nothingIsNoStream() {
    assertThat(streams(null)).isEmpty();
    assertThat(streams("OK")).isEmpty();
  }

  private static Map<String, List<Entry>> streams(@Nullable Object reply) {
    Map<String, List<Entry>> streams = new HashMap<>();
    Replies.streams(
        reply,
        (stream, entries) -> streams.put(stream, entries.stream().map(RawEntry::decoded).toList()));
    return streams;
  }

  private static byte[] raw(String text) {
    return text.getBytes(UTF_8);
  }
}
