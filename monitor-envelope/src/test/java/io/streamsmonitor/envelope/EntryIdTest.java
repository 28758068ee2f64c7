package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {
  @Test
  void hasTwoNumbers() {
    assertThat(of("1777629600100-42")).isEqualTo(new EntryId(1_777_629_600_100L, 42));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1-", "-1", "1", "a-1", "1-b", "1-1-1", "99999999999999999999-0"})
  void isNoneOtherwise(String text) {
    assertThat(of(text)).isEqualTo(EntryId.NONE);
  }

  private static EntryId of(String text) {
    return EntryId.of(text.getBytes(US_ASCII));
  }
}
