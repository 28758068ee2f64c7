package io.streamsmonitor.examples.shop.notifications;

import io.streamsmonitor.examples.shop.ServiceRunner;
import io.streamsmonitor.examples.shop.ShopService;
import io.streamsmonitor.examples.shop.Variant;
import java.io.IOException;

/** Starts the service in the variant that {@code SHOP} names. */
public final class NotificationsService {
  private NotificationsService() {}

  public static void main(String[] args) throws IOException {
    ServiceRunner.run("notifications", service(Variant.current()));
  }

  private static ShopService service(Variant variant) {
    return switch (variant) {
      case HEALTHY -> new HealthyNotifications();
      case FAULTY -> new FaultyNotifications();
    };
  }
}
