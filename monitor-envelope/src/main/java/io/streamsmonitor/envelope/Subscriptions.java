package io.streamsmonitor.envelope;

import java.util.ArrayList;
import java.util.List;

/** The running consumers of one service. */
final class Subscriptions implements AutoCloseable {
  private final List<Subscription> running = new ArrayList<>();

  Subscription start(ConsumerLoop loop) {
    Subscription subscription = new Subscription(loop);
    synchronized (running) {
      running.add(subscription);
    }
    loop.start();
    return subscription;
  }

  /** All stop reading before the first is waited for: none takes on more meanwhile. */
  @Override
  public void close() {
    List<Subscription> ending;
    synchronized (running) {
      ending = List.copyOf(running);
      running.clear();
    }
    ending.forEach(Subscription::stopReading);
    ending.forEach(Subscription::close);
  }
}
