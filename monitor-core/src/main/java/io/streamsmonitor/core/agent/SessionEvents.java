package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.clock.Lane;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands each event to every lane that asked for its type. Between {@link #hold} and {@link
 * #release}, while the fleet and then the agents start, events are kept as well, and who asks later
 * gets them too: the first lines of a service are often the ones that matter. Thread-safe.
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

  /**
   * From now on, events of exactly this type reach the handler, on the lane; those that are kept
   * first. To be called on the lane itself, whose own posts never wait.
   */
  public synchronized <E> void subscribe(Class<E> type, Lane lane, Consumer<E> handler) {
    Subscription<E> subscription = new Subscription<>(type, lane, handler);
    held.forEach(subscription::offer);
    subscriptions.add(subscription);
  }

  /** Ends every subscription of the lane. */
  void unsubscribe(Lane lane) {
    subscriptions.removeIf(s -> s.lane() == lane);
  }

  /** Keeps events until {@link #release}. */
  public void hold() {
    holding = true;
  }

  /**
   * Forgets what was kept; everybody who is to hear it has asked.
   *
   * @return how many of the oldest events were dropped because too many were kept
   */
  public synchronized long release() {
    held.clear();
    holding = false;
    return dropped;
  }

  /** Waits where a lane's queue is full: the writer is held back, nothing is lost. */
  public void publish(Object event) {
    List<Subscription<?>> now = holding ? keep(event) : subscriptions;
    now.forEach(subscription -> subscription.offer(event));
  }

  /** Keeps it for later subscribers, and says who is there already. */
  private synchronized List<Subscription<?>> keep(Object event) {
    if (holding) {
      held.add(event);
      if (held.size() > HELD_LIMIT) {
        held.remove();
        dropped++;
      }
    }
    return List.copyOf(subscriptions);
  }
}
