package io.streamsmonitor.examples.shop.shipping;

import io.streamsmonitor.examples.shop.ServiceRunner;
import io.streamsmonitor.examples.shop.ShopService;
import io.streamsmonitor.examples.shop.Variant;
import java.io.IOException;

/** Starts the service in the variant that {@code SHOP} names. */
public final class ShippingService {
  private ShippingService() {}

  public static void main(String[] args) throws IOException {
    ServiceRunner.run("shipping", service(Variant.current()));
  }

  private static ShopService service(Variant variant) {
    return switch (variant) {
      case HEALTHY -> new HealthyShipping();
      case FAULTY -> new FaultyShipping();
    };
  }
}
