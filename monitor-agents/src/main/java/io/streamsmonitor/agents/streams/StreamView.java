package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What rules know of a stream.
 *
 * @param now the server's time of the newest look
 * @param stream as that look saw it
 * @param track its past
 * @param deliveries what services say of deliveries on it
 * @param blocked names of connections that wait for a new entry
 * @param only whether there was and will be no other look: what one look proves must be said now
 * @param goneGroups names of groups that had consumers at an earlier look and are not there any
 *     more
 */
public record StreamView(
    Thresholds limits,
    Instant now,
    StreamSnapshot stream,
    StreamTrack track,
    List<GroupView> groups,
    StreamKnowledge knowledge,
    List<DeliveryWatch.Streak> deliveries,
    Set<String> blocked,
    boolean only,
    Set<String> goneGroups) {

  public StreamView {
    groups = List.copyOf(groups);
    deliveries = List.copyOf(deliveries);
  }

  public String name() {
    return stream.name().display();
  }

  /** Whether a connection of that consumer's name waits for an entry right now. */
  public boolean blocked(ConsumerSnapshot consumer) {
    String name = consumer.name().display();
    return !blocked.isEmpty()
        && blocked.stream().anyMatch(c -> c.equals(name) || c.endsWith("/" + name));
  }

  /** Whether the threshold table is to be taken to the letter. */
  public boolean strict() {
    return limits.profile() == Profile.STRICT;
  }

  /** Capped by what was seen, or else by what the code says. */
  public Cap cap() {
    Cap seen = track.cap();
    Boolean byCode = knowledge.capped(name());
    if (seen == Cap.UNKNOWN && byCode != null) {
      return byCode ? Cap.CAPPED : Cap.UNCAPPED;
    }
    return seen == Cap.UNCAPPED && Boolean.TRUE.equals(byCode) ? Cap.CAPPED : seen;
  }
}
