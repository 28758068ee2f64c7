package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import java.util.List;

/**
 * What rules know of a group.
 *
 * @param now as the newest look saw it
 * @param track its past
 * @param consumers as last seen, idle times brought to now
 * @param waiting pending entries that are watched, by id
 */
public record GroupView(
    GroupSnapshot now,
    GroupTrack track,
    List<ConsumerSnapshot> consumers,
    List<Waiting> waiting,
    Trend trend) {

  public GroupView {
    consumers = List.copyOf(consumers);
    waiting = List.copyOf(waiting);
  }

  public String name() {
    return now.name().display();
  }

  /** Unread entries: the resolved lag, a bound where it is not exact, 0 where nothing is known. */
  public long lag() {
    Lag lag = now.lag();
    return lag == null ? 0 : lag.value();
  }

  /** Whether more than this many entries are certainly unread. */
  public boolean surelyBehind(long limit) {
    Lag lag = now.lag();
    return lag != null && lag.surelyAbove(limit);
  }

  /** The least idle time of all consumers in milliseconds, or -1 where there is no consumer. */
  public long leastIdleMs() {
    long least = -1;
    for (ConsumerSnapshot c : consumers) {
      least = least < 0 ? c.idleMs() : Math.min(least, c.idleMs());
    }
    return least;
  }

  /** The age of the entry that waits longest, in milliseconds. */
  public long oldestMs() {
    long oldest = 0;
    for (Waiting entry : waiting) {
      oldest = Math.max(oldest, entry.ageMs());
    }
    return oldest;
  }

  public long mostDeliveries() {
    long most = 0;
    for (Waiting entry : waiting) {
      most = Math.max(most, entry.deliveries());
    }
    return most;
  }
}
