package io.streamsmonitor.envelope.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class CircuitBreakerTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<String> heard = new ArrayList<>();
  private long now = 5;
  private int calls;
  private final CircuitBreaker breaker =
      new CircuitBreaker(
          () -> now,
          new PublishingWatch() {
            @Override
            public void stopped(RuntimeException cause) {
              heard.add("stopped");
            }

            @Override
            public void resumed() {
              heard.add("resumed");
            }
          });

  @Test
  void failsAtOnceAfterFiveFailuresAndLooksOnceASecond() {
    failTimes(5);
    assertThatThrownBy(this::fail).isInstanceOf(CircuitOpenException.class);
    assertThat(calls).isEqualTo(5);

    now += SECOND;
    assertThatThrownBy(this::fail).isNotInstanceOf(CircuitOpenException.class);
    assertThatThrownBy(this::fail).isInstanceOf(CircuitOpenException.class);
    assertThat(calls).isEqualTo(6);
    assertThat(heard).containsExactly("stopped");
  }

  @Test
  void goesOnAfterOneSuccess() {
    failTimes(5);
    now += SECOND;

    assertThat(breaker.call(() -> "id")).isEqualTo("id");
    assertThat(breaker.call(() -> "id")).isEqualTo("id");
    assertThat(heard).containsExactly("stopped", "resumed");
  }

  @Test
  void anErrorReplyIsNoOutage() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  breaker.call(
                      () -> {
                        throw new JedisDataException("WRONGTYPE");
                      }))
          .isInstanceOf(JedisDataException.class);
    }
    assertThat(heard).isEmpty();
  }

  private void failTimes(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(this::fail).isNotInstanceOf(CircuitOpenException.class);
    }
  }

  private void fail() {
    breaker.call(
        () -> {
          calls++;
          throw new JedisConnectionException("refused");
        });
  }
}
