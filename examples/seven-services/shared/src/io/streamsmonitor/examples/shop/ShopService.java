package io.streamsmonitor.examples.shop;

import io.streamsmonitor.envelope.MonitoredRedis;

/** One service of the shop in one of its variants. */
@FunctionalInterface
public interface ShopService {
  /** Subscribes and registers the service's duties; returns at once. */
  void start(MonitoredRedis redis, Settings settings, Duties duties);
}
