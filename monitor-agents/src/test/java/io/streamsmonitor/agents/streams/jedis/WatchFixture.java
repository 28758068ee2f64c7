package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.DeliveryWatch;
import io.streamsmonitor.agents.streams.StreamHistory;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.agents.streams.StreamRules;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Every rule on what the probe sees of the shared server, looks five seconds apart by its clock.
 */
abstract class WatchFixture extends ProbeFixture {
  static final Duration POLL = Duration.ofSeconds(5);

  private final StreamHistory history =
      new StreamHistory(
          Thresholds.DEFAULT.polling(POLL), StreamKnowledge.NONE, new DeliveryWatch());
  private final StreamRules rules = new StreamRules();
  private int looks;

  /** The next look: what the rules say, all of it. */
  final List<Draft> drafts() throws RedisUnavailable {
    StreamPoll poll = probe.poll();
    Instant later = poll.at().plus(POLL.multipliedBy(looks++));
    StreamPoll dated =
        new StreamPoll(later, poll.streams(), poll.gaps(), poll.commands(), poll.wallMicros());
    return rules.check(history.look(dated), false).values().stream()
        .flatMap(Collection::stream)
        .toList();
  }

  /** The next look: rule and stream of everything that is worse than INFO. */
  final List<String> look() throws RedisUnavailable {
    List<String> said = new ArrayList<>();
    for (Draft draft : drafts()) {
      if (draft.severity().compareTo(Severity.INFO) < 0 && draft.resolution() == null) {
        said.add(draft.rule().id() + " " + draft.subject().stream());
      }
    }
    return said;
  }

  /** So many looks; what the last one says. */
  final List<String> looks(int count) throws RedisUnavailable {
    List<String> said = List.of();
    for (int i = 0; i < count; i++) {
      said = look();
    }
    return said;
  }
}
