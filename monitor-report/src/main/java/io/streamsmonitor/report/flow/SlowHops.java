package io.streamsmonitor.report.flow;

import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long entries took from publish to consume, stream by stream and consumer by consumer. */
final class SlowHops {
  private static final int SHOWN = 10;

  /** Ids below this are not times. */
  private static final long OF_A_CLOCK = 1_000_000_000_000L;

  private static final Comparator<SlowHop> SLOWEST =
      Comparator.comparingLong(SlowHop::lagMs)
          .reversed()
          .thenComparing(SlowHop::stream)
          .thenComparing(SlowHop::service);

  private final Map<List<String>, Hop> hops = new HashMap<>();

  /** What is known of one hop so far. */
  private static final class Hop {
    private String flowId = "";
    private String messageId = "";
    private long slowest = -1;
    private long deliveries;
    private long sum;

    void add(EventFlow flow, LifecycleEvent e, long lag) {
      deliveries++;
      sum += lag;
      if (lag > slowest) {
        slowest = lag;
        flowId = flow.id();
        messageId = String.valueOf(e.messageId());
      }
    }

    SlowHop of(List<String> names) {
      return new SlowHop(
          names.get(0), names.get(1), flowId, messageId, slowest, deliveries, sum / deliveries);
    }
  }

  void add(EventFlow flow) {
    for (LifecycleEvent e : flow.events()) {
      Long lag = e.kind() == Lifecycle.CONSUME ? lag(flow, e) : null;
      if (lag != null && lag >= 0) {
        hops.computeIfAbsent(List.of(e.stream(), e.service()), k -> new Hop()).add(flow, e, lag);
      }
    }
  }

  /** The slowest of each hop, slowest first; hops that took no time are none. */
  List<SlowHop> slowest() {
    return hops.entrySet().stream()
        .map(e -> e.getValue().of(e.getKey()))
        .filter(hop -> hop.lagMs() > 0)
        .sorted(SLOWEST)
        .limit(SHOWN)
        .toList();
  }

  /** As the consumer says, else since the producer's line, else since Redis took the entry. */
  private static @Nullable Long lag(EventFlow flow, LifecycleEvent consumed) {
    Instant at = consumed.at();
    if (consumed.lagMs() != null || at == null) {
      return consumed.lagMs();
    }
    for (LifecycleEvent e : flow.events()) {
      boolean same =
          e.kind() == Lifecycle.PUBLISH
              && e.stream().equals(consumed.stream())
              && e.messageId() != null
              && e.messageId().equals(consumed.messageId());
      if (same && e.at() != null) {
        return Duration.between(e.at(), at).toMillis();
      }
    }
    StreamId id = StreamId.tryParse(consumed.messageId());
    return id == null || id.ms() < OF_A_CLOCK ? null : Long.valueOf(at.toEpochMilli() - id.ms());
  }
}
