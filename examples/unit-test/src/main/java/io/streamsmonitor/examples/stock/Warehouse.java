package io.streamsmonitor.examples.stock;

import java.io.IOException;

/** The system that knows what lies on the shelves; slow, and sometimes away. */
@FunctionalInterface
interface Warehouse {
  /** Takes pieces off the shelf. */
  void take(String article, int pieces) throws IOException;
}
