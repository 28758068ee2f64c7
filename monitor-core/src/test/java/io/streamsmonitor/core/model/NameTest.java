package io.streamsmonitor.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NameTest {

  @Test
  void theDisplayOfAnyBytesLeadsBackToThem() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      Name name = Name.of(bytes);
      assertThat(Name.parse(name.display())).isEqualTo(name);
    }
  }

  @Test
  void whatATerminalWouldObeyIsEscaped() {
    assertThat(Name.of("a\u001b[31m\nb").display()).isEqualTo("a\\x1b[31m\\x0ab");
    assertThat(Name.of("a\u202eb").display()).doesNotContain("\u202e");
  }

  @Test
  void readableNamesStayAsTheyAre() {
    assertThat(Name.of("orders:größe 'x'").display()).isEqualTo("orders:größe 'x'");
    assertThat(Name.of("a\\b").display()).isEqualTo("a\\\\b");
  }

  @Test
  void idsCompareAsUnsignedNumbers() {
    assertThat(StreamId.parse("18446744073709551615-1")).isGreaterThan(StreamId.parse("5-9"));
    assertThat(StreamId.parse("5-10")).isGreaterThan(StreamId.parse("5-9"));
    assertThat(StreamId.parse("5-10").toString()).isEqualTo("5-10");
  }

  @Test
  void anIdThatNoClockMadeHasNoAge() {
    long now = 1_767_323_045_000L;
    assertThat(StreamId.parse("1-0").ageMs(now)).isEqualTo(-1);
    assertThat(new StreamId(now - 1500, 0).ageMs(now)).isEqualTo(1500);
    assertThat(new StreamId(now + 3_600_000, 0).ageMs(now)).isEqualTo(-1);
  }
}
