package io.streamsmonitor.agents.streams;

import static io.streamsmonitor.agents.streams.Trend.State.DRAINING;
import static io.streamsmonitor.agents.streams.Trend.State.OK;
import static io.streamsmonitor.agents.streams.Trend.State.REWIND;
import static io.streamsmonitor.agents.streams.Trend.State.STALL;
import static io.streamsmonitor.agents.streams.Trend.State.STOP;
import static io.streamsmonitor.agents.streams.Trend.State.UNKNOWN;
import static io.streamsmonitor.agents.streams.Trend.State.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TrendTest {

  @Test
  void twoSamplesSayNothing() {
    assertThat(trend(10, new long[] {500, 400}, 1, 2)).isEqualTo(UNKNOWN);
  }

  @Test
  void zeroAnywhereInTheWindowIsABurst() {
    assertThat(trend(10, new long[] {0, 200, 300, 400, 500}, 1, 2, 3, 4, 5)).isEqualTo(OK);
  }

  @Test
  void readingWithoutEverCatchingUpIsAWarning() {
    assertThat(trend(10, new long[] {100, 150, 150, 180, 200}, 1, 2, 3, 4, 5)).isEqualTo(WARN);
  }

  @Test
  void aStillPositionIsAStallWithConsumersAndAStopWithout() {
    long[] lags = {100, 150, 200, 250, 300};
    assertThat(trend(10, lags, 1, 1, 1, 1, 1)).isEqualTo(STALL);
    assertThat(trend(-1, lags, 1, 1, 1, 1, 1)).isEqualTo(STOP);
    assertThat(trend(60_000, lags, 1, 1, 1, 1, 1)).isEqualTo(STOP);
  }

  @Test
  void aPositionThatWentBackIsARewind() {
    assertThat(trend(10, new long[] {10, 20, 900, 890, 880}, 3, 4, 3, 4, 5)).isEqualTo(REWIND);
  }

  @Test
  void aLagThatTrimmingLowersOnceIsNoDrain() {
    assertThat(trend(10, new long[] {206, 207, 209, 210, 204}, 1, 2, 3, 4, 5))
        .isNotEqualTo(DRAINING);
    assertThat(trend(10, new long[] {300, 280, 250, 230, 204}, 1, 2, 3, 4, 5)).isEqualTo(DRAINING);
  }

  @Test
  void theEtaOfAConstantDrainIsWithinATwentieth() {
    for (long rate : new long[] {1, 7, 50, 400}) {
      Times times = new Times();
      Samples samples = new Samples(4, times);
      long lag = 20_000;
      for (int i = 0; i < 4; i++) {
        lag = 20_000 - 5 * rate * i;
        times.add(1_000_000 + i * 5_000L);
        samples.add(lag, 0, i, 0);
      }
      Trend trend = Trend.of(samples, 10);
      assertThat(trend.state()).isEqualTo(DRAINING);
      assertThat(trend.etaMs()).isCloseTo(lag * 1_000 / rate, Percentage.withPercentage(5));
    }
  }

  private static Trend.State trend(long idleMs, long[] lags, long... positions) {
    Times times = new Times();
    Samples samples = new Samples(4, times);
    for (int i = 0; i < lags.length; i++) {
      times.add(1_000_000 + i * 5_000L);
      samples.add(lags[i], 0, positions[i], 0);
    }
    return Trend.of(samples, idleMs).state();
  }
}
