package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.clock.Lane;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands each event to every lane that asked for its type. Until {@link #release}, while the fleet
 * starts and no agent listens yet, events are kept: the first lines of a service are often the ones
 * that matter. Thread-safe.
 */
public final class SessionEvents {
  private static final int HELD_LIMIT = 200_000;

  private record Subscription<E>(Class<E> type, Lane lane, Consumer<E> handler) {
    void offer(Object event) {
      if (type == event.getClass()) {
        lane.post(() -> handler.accept(type.cast(event)));
      }
    }
  }

  private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();
  private final ArrayDeque<Object> held = new ArrayDeque<>();
  private volatile boolean holding;
  private long dropped;

  /** From now on, events of exactly this type reach the handler, on the lane. */
  public <E> void subscribe(Class<E> type, Lane lane, Consumer<E> handler) {
    subscriptions.add(new Subscription<>(type, lane, handler));
  }

  /** Ends every subscription of the lane. */
  public void unsubscribe(Lane lane) {
    subscriptions.removeIf(s -> s.lane() == lane);
  }

  /** Keeps events until {@link #release}. */
  public void hold() {
    holding = true;
  }

  /**
   * Hands on what was kept, in order, and everything later at once.
   *
   * @return how many of the oldest events were dropped because too many were kept
   */
  public synchronized long release() {
    held.forEach(this::deliver);
    held.clear();
    holding = false;
    return dropped;
  }

  /** Waits where a lane's queue is full: the writer is held back, nothing is lost. */
  public void publish(Object event) {
    if (!holding || !keep(event)) {
      deliver(event);
    }
  }

  private synchronized boolean keep(Object event) {
    if (!holding) {
      return false;
    }
    held.add(event);
    if (held.size() > HELD_LIMIT) {
      held.remove();
      dropped++;
    }
    return true;
  }

  private void deliver(Object event) {
    for (Subscription<?> subscription : subscriptions) {
      subscription.offer(event);
    }
  }
}
