package io.streamsmonitor.core.clock;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Time as the session knows it. Nothing else reads the machine's clock or waits. */
public interface SessionClock extends AutoCloseable {

  Instant now();

  /** A new lane; its name names the thread. */
  Lane lane(String name);

  /**
   * Lets time pass until the instant, or until {@code stop} holds.
   *
   * @return whether {@code stop} held
   */
  boolean await(Instant until, BooleanSupplier stop);

  /** Ends every lane. */
  @Override
  void close();
}
