package io.streamsmonitor.testkit;

import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A Redis whose streams are a function of time. It answers everything unless told to be away. */
public final class ScriptedRedis implements RedisHost {
  private final InstantSource clock;
  private final Function<Instant, List<StreamSnapshot>> streams;
  private boolean away;

  /**
   * A server whose streams at any instant are what the function says.
   *
   * @param clock such as {@code virtualClock::now}
   */
  public ScriptedRedis(InstantSource clock, Function<Instant, List<StreamSnapshot>> streams) {
    this.clock = clock;
    this.streams = streams;
  }

  /** From now on it does not answer, or answers again. */
  public void away(boolean value) {
    away = value;
  }

  @Override
  public String url() {
    return "redis://127.0.0.1:1";
  }

  @Override
  public String displayUrl() {
    return url();
  }

  @Override
  public boolean ours() {
    return false;
  }

  @Override
  public void start(Duration limit) {}

  @Override
  public RedisProbe connect() throws RedisUnavailable {
    check();
    return new Probe();
  }

  @Override
  public List<String> saveAndStop(Duration limit) {
    return List.of();
  }

  @Override
  public void close() {}

  private void check() throws RedisUnavailable {
    if (away) {
      throw new RedisUnavailable("connection refused");
    }
  }

  private final class Probe implements RedisProbe {
    @Override
    public void ping() throws RedisUnavailable {
      check();
    }

    @Override
    public Map<String, Boolean> commands(Collection<String> names) throws RedisUnavailable {
      check();
      return names.stream().collect(Collectors.toMap(name -> name, name -> true));
    }

    @Override
    public Map<String, String> info(String section) throws RedisUnavailable {
      check();
      return section.equals("server")
          ? Map.of("redis_version", "7.0.15", "run_id", "scripted")
          : Map.of();
    }

    @Override
    public StreamPoll survey() throws RedisUnavailable {
      check();
      return new StreamPoll(clock.instant(), streams.apply(clock.instant()), List.of(), 0, 0);
    }

    @Override
    public List<String> clients() throws RedisUnavailable {
      check();
      return List.of();
    }

    @Override
    public void close() {}
  }
}
