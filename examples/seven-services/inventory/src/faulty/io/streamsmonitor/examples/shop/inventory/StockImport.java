package io.streamsmonitor.examples.shop.inventory;

import java.util.List;

/** Imports the supplier's stock list on a thread that nobody watches. */
final class StockImport {
  private static final List<String> LINES = List.of("lamp;40", "chair;12", "desk;1o");

  void startInBackground() {
    new Thread(this::readAll, "stock-import").start();
  }

  private void readAll() {
    for (String line : LINES) {
      try {
        read(line);
      } catch (NumberFormatException e) {
        throw new IllegalStateException("stock list is broken at \"" + line + "\"", e);
      }
    }
  }

  private static int read(String line) {
    return Integer.parseInt(line.substring(line.indexOf(';') + 1));
  }
}
