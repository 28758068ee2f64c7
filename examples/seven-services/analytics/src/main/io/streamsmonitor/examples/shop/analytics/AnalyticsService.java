package io.streamsmonitor.examples.shop.analytics;

import io.streamsmonitor.examples.shop.ServiceRunner;
import io.streamsmonitor.examples.shop.Variant;
import java.io.IOException;

/** Starts the service in the variant that {@code SHOP} names. */
public final class AnalyticsService {
  private AnalyticsService() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    switch (Variant.current()) {
      case HEALTHY -> ServiceRunner.run("analytics", new HealthyAnalytics());
      case FAULTY -> FaultyAnalytics.keepRunning();
    }
  }
}
