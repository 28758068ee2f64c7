package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules know of a group until the next look. Lists and trend are made when asked for. */
public final class GroupView {
  private final GroupSnapshot now;
  private final GroupTrack track;
  private final Instant at;
  private @Nullable Trend trend;
  private @Nullable List<Waiting> waiting;

  GroupView(GroupSnapshot now, GroupTrack track, Instant at) {
    this.now = now;
    this.track = track;
    this.at = at;
  }

  /** As the newest look saw it. */
  public GroupSnapshot now() {
    return now;
  }

  /** Its past. */
  public GroupTrack track() {
    return track;
  }

  /** Consumers as last seen, idle times brought to now. */
  public List<ConsumerSnapshot> consumers() {
    return track.consumers(at);
  }

  /** Pending entries that are watched, by id. */
  public List<Waiting> waiting() {
    List<Waiting> made = waiting;
    if (made == null) {
      made = track.pel().entries(at);
      waiting = made;
    }
    return made;
  }

  public Trend trend() {
    Trend made = trend;
    if (made == null) {
      made = Trend.of(track.samples(), track.leastIdleMs(at));
      trend = made;
    }
    return made;
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
    return track.leastIdleMs(at);
  }

  /** The age of the entry that waits longest, in milliseconds. */
  public long oldestMs() {
    long oldest = 0;
    for (Waiting entry : waiting()) {
      oldest = Math.max(oldest, entry.ageMs());
    }
    return oldest;
  }

  public long mostDeliveries() {
    long most = 0;
    for (Waiting entry : waiting()) {
      most = Math.max(most, entry.deliveries());
    }
    return most;
  }
}
