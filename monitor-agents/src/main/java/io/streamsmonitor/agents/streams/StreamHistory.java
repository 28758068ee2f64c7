package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every stream over the looks so far, and the views for rules. Not thread-safe. */
public final class StreamHistory {
  private final Thresholds limits;
  private final StreamKnowledge knowledge;
  private final DeliveryWatch deliveries;
  private final Times times = new Times();
  private final Map<Name, StreamTrack> tracks = new HashMap<>();
  private final Set<Name> vanished = new TreeSet<>();
  private @Nullable Instant last;
  private Set<String> blocked = Set.of();
  private boolean only;
  private long looks;

  public StreamHistory(Thresholds limits, StreamKnowledge knowledge, DeliveryWatch deliveries) {
    this.limits = limits;
    this.knowledge = knowledge;
    this.deliveries = deliveries;
  }

  /**
   * Takes a look. One that follows the last at less than half the time between polls (the one at
   * the window's end may) refreshes the newest sample instead of making another interval.
   */
  public List<StreamView> look(StreamPoll poll) {
    Instant now = poll.at();
    boolean again =
        last != null && Duration.between(last, now).compareTo(limits.poll().dividedBy(2)) < 0;
    last = again ? last : now;
    if (again) {
      times.replace(now.toEpochMilli());
    } else {
      times.add(now.toEpochMilli());
    }
    looks++;
    List<StreamView> views = new ArrayList<>(poll.streams().size());
    for (StreamSnapshot stream : poll.streams()) {
      StreamTrack track = tracks.get(stream.name());
      if (track == null || !track.follows(stream)) {
        track = new StreamTrack(stream, now, times);
        tracks.put(stream.name(), track);
      }
      track.look(stream, now, again, looks);
      views.add(view(stream, track, now));
    }
    vanished.clear();
    if (tracks.size() > views.size()) {
      for (Iterator<Map.Entry<Name, StreamTrack>> each = tracks.entrySet().iterator();
          each.hasNext(); ) {
        Map.Entry<Name, StreamTrack> one = each.next();
        if (one.getValue().seenAt() != looks) {
          vanished.add(one.getKey());
          each.remove();
        }
      }
    }
    return views;
  }

  /** Says who waits for entries, by name of the connection. */
  public void blocked(Set<String> readers) {
    blocked = Set.copyOf(readers);
  }

  /** Says that the next look is the only one. */
  public void only() {
    only = true;
  }

  /** Streams that the look before the newest saw and the newest did not. */
  Set<Name> vanished() {
    return Set.copyOf(vanished);
  }

  /** Forgets everything: the server is another one now. */
  public void reset() {
    tracks.clear();
    vanished.clear();
    last = null;
  }

  private StreamView view(StreamSnapshot stream, StreamTrack track, Instant now) {
    List<GroupView> groups = new ArrayList<>(stream.groups().size());
    for (GroupSnapshot group : stream.groups()) {
      groups.add(new GroupView(group, track.group(group), now));
    }
    return new StreamView(
        limits,
        now,
        stream,
        track,
        groups,
        knowledge,
        deliveries.of(stream.name().display()),
        blocked,
        only);
  }
}
