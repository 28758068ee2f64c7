package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastMinuteTest {
  private static final long START = 1_777_629_600_000L;
  private final LastMinute minute = new LastMinute();

  @Test
  void averagesAndForgetsAfterAMinute() {
    minute.consumed(START, 100);
    minute.consumed(START + 30_000, 300);
    minute.failed(START + 30_000);

    assertThat(minute.summary(START + 30_000)).isEqualTo(new LastMinute.Summary(2, 1, 200, 300));
    assertThat(minute.summary(START + 60_000)).isEqualTo(new LastMinute.Summary(1, 1, 300, 300));
    assertThat(minute.summary(START + 600_000)).isEqualTo(new LastMinute.Summary(0, 0, 0, 0));
  }

  @Test
  void aClockBehindThePublishersDoesNotHideRealLag() {
    minute.consumed(START, -5_000);
    minute.consumed(START, 1_000);

    assertThat(minute.summary(START).avgLagMs()).isEqualTo(500);
  }
}
