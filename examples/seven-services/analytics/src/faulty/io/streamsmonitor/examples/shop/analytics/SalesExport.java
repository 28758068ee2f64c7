package io.streamsmonitor.examples.shop.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes the totals to a folder that only the environment knows. */
final class SalesExport {
  private SalesExport() {}

  static void write() {
    String folder =
        Objects.requireNonNull(
            System.getenv("SALES_EXPORT_DIR"), "environment variable SALES_EXPORT_DIR is not set");
    try {
      Files.createDirectories(Path.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }
}
