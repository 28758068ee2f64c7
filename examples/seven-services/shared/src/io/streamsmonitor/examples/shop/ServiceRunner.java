package io.streamsmonitor.examples.shop;

import io.streamsmonitor.envelope.MonitoredRedis;
import java.io.IOException;
import java.util.Map;

/** The life of a service from its settings to SIGTERM. */
public final class ServiceRunner {
  private ServiceRunner() {}

  /** Runs the service until the process is asked to end, or the service closes its Redis. */
  public static void run(String name, ShopService service) throws IOException {
    Settings settings = Settings.load(name, Variant.current());
    int port = settings.getInt("server.port");
    String redisUrl = System.getenv().getOrDefault("REDIS_URL", "redis://127.0.0.1:6379");
    try (MonitoredRedis redis = MonitoredRedis.builder(name).redis(redisUrl).port(port).start();
        Duties duties = new Duties(redis)) {
      service.start(redis, settings, duties);
      answerHealth(port, redis, duties);
      redis.awaitShutdown();
    }
  }

  /** A service whose port is taken still does its work on the streams, but says so. */
  private static void answerHealth(int port, MonitoredRedis redis, Duties duties) {
    try {
      duties.closeWith(HealthEndpoint.open(port));
    } catch (IOException e) {
      redis.log().error("health.unavailable", "no health endpoint", e, Map.of("port", port));
    }
  }
}
