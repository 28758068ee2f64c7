package io.streamsmonitor.envelope;

/** A running consumer. Closing it stops reading and lets running handlers finish. */
public final class Subscription implements AutoCloseable {
  private final ConsumerLoop loop;

  Subscription(ConsumerLoop loop) {
    this.loop = loop;
  }

  /** Stops reading without waiting for anything. */
  void stopReading() {
    loop.stopReading();
  }

  /** Stops reading, waits for running handlers as long as the consumer allows, and lets go. */
  @Override
  public void close() {
    loop.close();
  }
}
