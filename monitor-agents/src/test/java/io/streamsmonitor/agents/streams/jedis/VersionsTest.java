package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;

/** The same look on every kind of server; skipped where no Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
class VersionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis:6.2",
        "redis:7.0",
        "redis:7.2",
        "redis:7.4",
        "redis:8.2",
        "valkey/valkey:8.1"
      })
  void tellsTheTrueLagAndThePendingEntries(String image) throws RedisUnavailable {
    try (GenericContainer<?> server =
        new GenericContainer<>(DockerImageName.parse(image)).withExposedPorts(6379)) {
      server.start();
      String url = "redis://" + server.getHost() + ":" + server.getFirstMappedPort();
      try (Jedis redis = new Jedis(url);
          RedisProbe probe = JedisProbe.connect(url, StreamFilter.ALL)) {
        redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
        for (int i = 1; i <= 200; i++) {
          redis.xadd("s", Map.of("f", "v"), XAddParams.xAddParams().id(i + "-0").maxLen(50));
        }
        redis.xreadGroup(
            "g",
            "c",
            XReadGroupParams.xReadGroupParams().count(10),
            Map.of("s", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));

        GroupSnapshot group = probe.survey().stream(Name.of("s")).orElseThrow().groups().get(0);

        Lag lag = Objects.requireNonNull(group.lag());
        assertThat(lag.value()).isEqualTo(40);
        assertThat(lag.exact()).isTrue();
        assertThat(group.entries()).hasSize(10);
        assertThat(group.consumers()).hasSize(1);
      }
    }
  }
}
