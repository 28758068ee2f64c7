package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  @Test
  void doublesUpToTheLongestAndStaysWithinTheJitter() {
    RetryPolicy policy = RetryPolicy.exponential(Duration.ofMillis(100), Duration.ofMillis(500));

    assertThat(policy.delayAfter(1)).isBetween(Duration.ofMillis(80), Duration.ofMillis(120));
    assertThat(policy.delayAfter(2)).isBetween(Duration.ofMillis(160), Duration.ofMillis(240));
    assertThat(policy.delayAfter(1_000_000))
        .isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
  }

  @Test
  void noneDoesNotRetry() {
    assertThat(RetryPolicy.none().retries()).isFalse();
    assertThat(RetryPolicy.fixed(Duration.ofMillis(1)).retries()).isTrue();
  }

  @Test
  void refusesDelaysThatShrink() {
    assertThatThrownBy(() -> RetryPolicy.exponential(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("PT2S");
  }
}
