package io.streamsmonitor.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedThresholdsTest {
  @Test
  void readsWhatASessionWrites() {
    Thresholds written =
        new Thresholds(
            Duration.ofSeconds(2),
            7,
            Duration.ofMillis(250),
            Duration.ofMinutes(1),
            9,
            Duration.ofSeconds(11),
            Duration.ofSeconds(3),
            4,
            Profile.SMART);
    assertThat(RecordedThresholds.parse(written.toString())).isEqualTo(written);
    assertThat(RecordedThresholds.parse("")).isEqualTo(Thresholds.DEFAULT);
  }
}
