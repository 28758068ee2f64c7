package io.streamsmonitor.examples.stock;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reserves articles, and logs one JSON line a step as every service of the fleet does. */
final class StockKeeper {
  private final Warehouse warehouse;
  private final InstantSource clock;
  private final PrintStream log;

  StockKeeper(Warehouse warehouse, InstantSource clock, PrintStream log) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.log = log;
  }

  /** Whether the pieces are reserved; an order that fails is asked for again by its caller. */
  boolean reserve(String correlationId, String article, int pieces) {
    try {
      warehouse.take(article, pieces);
      say("info", correlationId, "stock.reserved", pieces + " of " + article + " reserved", null);
      return true;
    } catch (IOException e) {
      say("error", correlationId, "stock.failed", "the warehouse did not answer", e);
      return false;
    }
  }

  private void say(
      String level, String correlationId, String event, String message, @Nullable Throwable error) {
    Instant now = clock.instant();
    log.printf(
        "{\"level\":\"%s\",\"timestamp\":\"%s\",\"service\":\"stock\",\"correlationId\":\"%s\","
            + "\"event\":\"%s\",\"message\":\"%s\",\"error\":%s}%n",
        level, now, correlationId, event, message, error == null ? "null" : "\"" + error + "\"");
  }
}
