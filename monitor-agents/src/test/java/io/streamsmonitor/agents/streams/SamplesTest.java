package io.streamsmonitor.agents.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Times times = new Times();
  private final Samples samples = new Samples(1, times);

  private void add(long at, long value) {
    times.add(at);
    samples.add(value);
  }

  @Test
  void theNewestFortyAreKept() {
    for (int i = 0; i < 1_000; i++) {
      add(i, i);
    }
    assertThat(samples.size()).isEqualTo(40);
    assertThat(samples.value(0, 0)).isEqualTo(999);
    assertThat(samples.value(0, 39)).isEqualTo(960);
    assertThat(samples.at(39)).isEqualTo(960);
    assertThat(samples.risesInARow(0)).isEqualTo(39);
    assertThatThrownBy(() -> samples.value(0, 40)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void samplesThatSayTheSameAreSamplesAllTheSame() {
    Random random = new Random(11);
    List<Long> truth = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      long value = random.nextInt(3);
      switch (truth.isEmpty() ? 0 : random.nextInt(4)) {
        case 0, 1 -> {
          add(i, value);
          truth.add(value);
        }
        case 2 -> {
          times.add(i);
          samples.repeat();
          truth.add(truth.get(truth.size() - 1));
        }
        default -> {
          times.replace(i);
          samples.replace(value);
          truth.set(truth.size() - 1, value);
        }
      }
      assertThat(samples.size()).isEqualTo(Math.min(40, truth.size()));
      for (int back = 0; back < samples.size(); back++) {
        assertThat(samples.value(0, back)).isEqualTo(truth.get(truth.size() - 1 - back));
      }
      assertThat(samples.at(0)).isEqualTo(i);
    }
  }
}
