package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.redis.RedisUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://127.0.0.1 | redis://127.0.0.1:6379",
        "redis://h:7/2?timeout=1s | redis://h:7/2",
        "rediss://me:s3cret@h | rediss://me@h:6379",
        "redis://:s3cret@[::1]:7 | redis://[::1]:7",
        "redis-cluster://a,b:7 | redis-cluster://a:6379,b:7",
        "rediss-cluster://me:s3cret@a:1,[::1]:2 | rediss-cluster://me@a:1,[::1]:2",
        "redis-sentinel://a,b:7/shop | redis-sentinel://a:26379,b:7/shop",
        "redis-sentinel://me:s3cret@a:1/shop/3 | redis-sentinel://me@a:1/shop/3",
      })
  void isShownWithoutItsPassword(String url, String shown) throws RedisUnavailable {
    assertThat(RedisUrl.parse(url).display()).isEqualTo(shown);
    assertThat(RedisUrl.parse(url).toString()).doesNotContain("s3cret");
    assertThat(JedisProbe.displayUrl(url)).isEqualTo(shown);
  }

  @Test
  void tellsWhoAsks() throws RedisUnavailable {
    RedisAddress address = RedisUrl.parse("redis-cluster://me:p%40ss@a:1,b:2").nodes().get(1);
    assertThat(address).isEqualTo(new RedisAddress(false, "me", "p@ss", "b", 2, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://h:1 | \"http\" is no Redis address that can be looked at; write redis://host:port,",
        "h:6379 | \"the address\" is no Redis address",
        "redis-sentinel://h:26379 | ends with the name of the master they watch",
        "redis://h:x | the port of a Redis address is a number",
        "redis-cluster://h:1,i:99999 | the port of a Redis address is a number",
      })
  void saysWhatAnAddressLooksLike(String url, String said) {
    assertThatThrownBy(() -> RedisUrl.parse(url))
        .isInstanceOf(RedisUnavailable.class)
        .hasMessageContaining(said);
  }
}
