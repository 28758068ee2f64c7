package io.streamsmonitor.envelope.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class MissingGroupTest {
  @Test
  void isToldByAnAnswerAndByAnInterruptedWait() {
    assertThat(missing("NOGROUP No such key 'orders' or consumer group 'billing'")).isTrue();
    assertThat(missing("UNBLOCKED the stream key no longer exists")).isTrue();
  }

  @Test
  void isNotTheCaseForOtherErrors() {
    assertThat(missing("WRONGTYPE Operation against a key")).isFalse();
    assertThat(GroupClient.isMissingGroup(new JedisConnectionException("NOGROUP"))).isFalse();
  }

  private static boolean missing(String error) {
    return GroupClient.isMissingGroup(new JedisDataException(error));
  }
}
