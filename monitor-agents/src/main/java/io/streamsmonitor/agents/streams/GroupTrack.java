package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group over the looks so far. */
public final class GroupTrack {
  /** Columns of {@link #samples}: unread entries, at least; -1 where not known. */
  public static final int LAG = 0;

  /** Unacknowledged entries. */
  public static final int PENDING = 1;

  /** Steps the read position took; one down where it went back. */
  public static final int POSITION = 2;

  /** Entries acknowledged since the first look, at least: by counters or by vanished entries. */
  public static final int ACKED = 3;

  private final Samples samples;
  private final PelWatch pel = new PelWatch();
  private final TrimLoss loss = new TrimLoss();
  private @Nullable StreamId delivered;
  private @Nullable Long firstRead;
  private long firstPending;
  private long acked;
  private long gone;
  private long position;
  private int abandoned;
  private long consumerCount;
  private int lagMismatches;
  private long healthyIdleMs;
  private Instant lastProgress;
  private Instant consumersAt;
  private List<ConsumerSnapshot> consumers = List.of();

  GroupTrack(Instant first, Times times) {
    samples = new Samples(4, times);
    lastProgress = first;
    consumersAt = first;
  }

  /**
   * A look.
   *
   * @param again whether it follows the last one too closely to be an interval
   * @return whether the group, its entries or its consumers are not as they were
   */
  boolean look(StreamSnapshot stream, GroupSnapshot group, Instant now, boolean again) {
    long goneBefore = pel.gone();
    boolean changed = pel.look(group, now);
    loss.look(stream, group);
    boolean moved = delivered != null && !delivered.equals(group.lastDelivered());
    position += delivered == null || !moved ? 0 : step(delivered, group.lastDelivered());
    boolean first = delivered == null;
    delivered = group.lastDelivered();
    Lag lag = group.lag();
    boolean certain = lag != null && (lag.exact() || lag.method().equals(Lag.AT_LEAST));
    long[] sample = {
      lag == null || !certain ? -1 : lag.value(),
      group.pending(),
      position,
      acked(stream, group, lag)
    };
    changed |= first || moved || samples.value(PENDING, 0) != group.pending();
    boolean progress = moved || pel.gone() > goneBefore || fell(group) || first;
    if (again) {
      samples.replace(sample);
    } else {
      samples.add(sample);
      abandoned = abandoned(group) ? abandoned + 1 : 0;
      lagMismatches = mismatch(group, moved) ? lagMismatches + 1 : 0;
    }
    lastProgress = progress ? now : lastProgress;
    changed |= consumerCount != group.consumerCount();
    consumerCount = group.consumerCount();
    consumers(group, now);
    return changed;
  }

  /** A look that saw the very same: the stream did not change and nothing is pending. */
  void still(GroupSnapshot group, Instant now, boolean again) {
    if (!again) {
      samples.repeat();
      abandoned = abandoned(group) ? abandoned + 1 : 0;
      lagMismatches = mismatch(group, false) ? lagMismatches + 1 : 0;
    }
    consumers(group, now);
  }

  private static int step(StreamId before, StreamId now) {
    return now.compareTo(before) > 0 ? 1 : -1;
  }

  private static boolean abandoned(GroupSnapshot group) {
    Lag lag = group.lag();
    return group.consumerCount() == 0
        && (group.pending() > 0 || (lag != null && lag.surelyAbove(0)));
  }

  private boolean fell(GroupSnapshot group) {
    return samples.size() > 0 && group.pending() < samples.value(PENDING, 0);
  }

  private long acked(StreamSnapshot stream, GroupSnapshot group, @Nullable Lag lag) {
    acked += pel.gone() - gone;
    gone = pel.gone();
    Long added = stream.entriesAdded();
    if (added == null || lag == null || !lag.exact()) {
      return acked;
    }
    long read = added - lag.value();
    if (firstRead == null) {
      firstRead = read;
      firstPending = group.pending();
    }
    acked = Math.max(acked, read - firstRead - (group.pending() - firstPending));
    return acked;
  }

  /** The server says another lag although nothing moved between the two replies. */
  private boolean mismatch(GroupSnapshot group, boolean moved) {
    Lag lag = group.lag();
    return lag != null
        && lag.exact()
        && lag.server() != null
        && lag.server() != lag.value()
        && !moved;
  }

  /** An idle time that ended with a sign of life was a healthy one. */
  private void consumers(GroupSnapshot group, Instant now) {
    if (group.consumerCount() == 0) {
      consumers = List.of();
      consumersAt = now;
    } else if (!group.consumers().isEmpty()) {
      for (ConsumerSnapshot c : group.consumers()) {
        consumers.stream()
            .filter(old -> old.name().equals(c.name()) && c.idleMs() < old.idleMs())
            .forEach(old -> healthyIdleMs = Math.max(healthyIdleMs, old.idleMs()));
      }
      consumers = group.consumers();
      consumersAt = now;
    }
  }

  public Samples samples() {
    return samples;
  }

  public PelWatch pel() {
    return pel;
  }

  /** Entries that were trimmed before the group read them. */
  public TrimLoss loss() {
    return loss;
  }

  /** Looks in a row, up to the newest, that saw work waiting and no consumer. */
  public int looksAbandoned() {
    return abandoned;
  }

  /** Looks in a row, up to the newest, with a certain lag that the server contradicts. */
  public int lagMismatches() {
    return lagMismatches;
  }

  /** The longest idle time after which a consumer of the group was active again, in ms. */
  public long healthyIdleMs() {
    return healthyIdleMs;
  }

  /** When entries were last read or acknowledged; the first look where never since. */
  Instant lastProgress() {
    return lastProgress;
  }

  /**
   * How long the least idle consumer may be idle before the group counts as deserted: the limit, or
   * twice the longest idle time that proved healthy.
   */
  public long patienceMs(long limitMs) {
    return Math.max(limitMs, 2 * healthyIdleMs);
  }

  /** Whether patience ended between the two times. */
  boolean silenced(long limitMs, Instant then, Instant now) {
    long idle = leastIdleMs(now);
    long patience = patienceMs(limitMs);
    return idle > patience && idle - (now.toEpochMilli() - then.toEpochMilli()) <= patience;
  }

  /** The least idle time of all consumers in milliseconds, or -1 where there is no consumer. */
  long leastIdleMs(Instant now) {
    long since = Math.max(0, now.toEpochMilli() - consumersAt.toEpochMilli());
    long least = -1;
    for (ConsumerSnapshot c : consumers) {
      least = least < 0 ? c.idleMs() + since : Math.min(least, c.idleMs() + since);
    }
    return least;
  }

  /** The consumers as last seen, their idle times brought to now. */
  public List<ConsumerSnapshot> consumers(Instant now) {
    long since = now.toEpochMilli() - consumersAt.toEpochMilli();
    return since <= 0
        ? consumers
        : consumers.stream()
            .map(
                c ->
                    new ConsumerSnapshot(c.name(), c.pending(), c.idleMs() + since, c.inactiveMs()))
            .toList();
  }
}
