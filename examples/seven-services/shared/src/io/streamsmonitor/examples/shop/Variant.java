package io.streamsmonitor.examples.shop;

import java.util.Locale;

/** The one switch of the fleet: environment {@code SHOP}, healthy unless it says faulty. */
public enum Variant {
  HEALTHY,
  FAULTY;

  public static Variant current() {
    String name = System.getenv().getOrDefault("SHOP", "healthy");
    return switch (name) {
      case "healthy" -> HEALTHY;
      case "faulty" -> FAULTY;
      default ->
          throw new IllegalArgumentException("SHOP is \"" + name + "\"; known: healthy, faulty");
    };
  }

  /** The folder of this variant below a service's {@code src} and {@code config}. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
