package io.streamsmonitor.envelope.events;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  private final TimeText times = new TimeText();

  @Test
  void writesAndReadsInAnyOrder() {
    Random random = new Random(5);
    long millis = 0;
    for (int i = 0; i < 5_000; i++) {
      millis += i % 7 == 0 ? random.nextLong(-10_000_000_000L, 40_000_000_000L) : 400;
      String text = Instant.ofEpochMilli(millis).toString();
      String padded = text.length() == 24 ? text : text.replace("Z", ".000Z");

      assertThat(new String(times.of(millis), US_ASCII)).isEqualTo(padded);
      if (millis >= 0) {
        assertThat(times.millis(padded.getBytes(US_ASCII))).isEqualTo(millis);
        assertThat(times.millis(text.getBytes(US_ASCII))).isEqualTo(millis);
      }
    }
  }

  @Test
  void whatWasGivenOutDoesNotChange() {
    byte[] first = times.of(1_777_629_600_123L);
    times.of(1_777_629_600_456L);

    assertThat(new String(first, US_ASCII)).isEqualTo("2026-05-01T10:00:00.123Z");
  }

  @Test
  void readsOffsetsAndRefusesTheRest() {
    assertThat(read("2026-05-01T10:00:00.123Z")).isEqualTo(1_777_629_600_123L);
    assertThat(read("2026-05-01T12:00:00.123+02:00")).isEqualTo(1_777_629_600_123L);
    assertThat(read("2026-05-01T10:00:00.1x3Z")).isEqualTo(-1);
    assertThat(read("2026-05-01T10:00:00.12")).isEqualTo(-1);
    assertThat(read("")).isEqualTo(-1);
    assertThat(read("yesterday")).isEqualTo(-1);
  }

  private long read(String text) {
    return times.millis(text.getBytes(US_ASCII));
  }
}
