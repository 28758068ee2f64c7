package io.streamsmonitor.cli.redis;

import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.time.Duration;
import java.util.List;

/** A Redis that was there before the session: it is looked at, never saved or stopped. */
public final class ForeignRedis implements RedisHost {
  private final String url;
  private final String displayUrl;
  private final ProbeConnector connector;

  public ForeignRedis(String url, String displayUrl, ProbeConnector connector) {
    this.url = url;
    this.displayUrl = displayUrl;
    this.connector = connector;
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String displayUrl() {
    return displayUrl;
  }

  @Override
  public boolean ours() {
    return false;
  }

  @Override
  public void start(Duration limit) {}

  @Override
  public RedisProbe connect() throws RedisUnavailable {
    return connector.connect(url);
  }

  @Override
  public List<String> saveAndStop(Duration limit) {
    return List.of("Redis at " + displayUrl + " was there before: left as it is");
  }

  @Override
  public void close() {}
}
