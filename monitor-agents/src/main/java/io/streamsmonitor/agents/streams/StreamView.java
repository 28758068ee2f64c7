package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Instant;
import java.util.List;

/**
 * What rules know of a stream.
 *
 * @param now the server's time of the newest look
 * @param stream as that look saw it
 * @param track its past
 * @param deliveries what services say of deliveries on it
 */
public record StreamView(
    Thresholds limits,
    Instant now,
    StreamSnapshot stream,
    StreamTrack track,
    List<GroupView> groups,
    StreamKnowledge knowledge,
    List<DeliveryWatch.Streak> deliveries) {

  public StreamView {
    groups = List.copyOf(groups);
    deliveries = List.copyOf(deliveries);
  }

  public String name() {
    return stream.name().display();
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
