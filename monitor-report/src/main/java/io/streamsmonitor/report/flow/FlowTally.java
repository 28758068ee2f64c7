package io.streamsmonitor.report.flow;

import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Counts judged flows and keeps some: of each kind of flaw at each place a few, the slowest hops.
 */
final class FlowTally {
  private static final int PER_PLACE = 5;
  private static final int BROKEN = 200;
  private static final int WHOLE = 3;
  private static final int SLOWEST = 10;
  private static final Comparator<SlowHop> BY_LAG =
      Comparator.comparingLong(SlowHop::lagMs)
          .thenComparing(SlowHop::stream, Comparator.reverseOrder())
          .thenComparing(SlowHop::messageId, Comparator.reverseOrder());

  private final Map<List<Object>, FlawCount> flaws = new LinkedHashMap<>();
  private final List<EventFlow> brokenSamples = new ArrayList<>();
  private final List<EventFlow> wholeSamples = new ArrayList<>();
  private final PriorityQueue<SlowHop> slowest = new PriorityQueue<>(BY_LAG);
  private long total;
  private long broken;

  void add(EventFlow flow) {
    total++;
    flow.events().forEach(e -> hop(flow, e));
    if (flow.whole()) {
      wholeSamples.add(flow);
      wholeSamples.sort(Comparator.comparingInt(f -> -f.events().size()));
      if (wholeSamples.size() > WHOLE) {
        wholeSamples.remove(WHOLE);
      }
      return;
    }
    broken++;
    long seen = Long.MAX_VALUE;
    for (Flaw flaw : flow.flaws()) {
      List<Object> place = List.of(flaw.kind(), flaw.stream(), flaw.party());
      FlawCount before = flaws.get(place);
      long count = before == null ? 1 : before.count() + 1;
      String example = before == null ? flow.id() : before.example();
      flaws.put(place, new FlawCount(flaw.kind(), flaw.stream(), flaw.party(), count, example));
      seen = Math.min(seen, count);
    }
    if (seen <= PER_PLACE && brokenSamples.size() < BROKEN) {
      brokenSamples.add(flow);
    }
  }

  private void hop(EventFlow flow, LifecycleEvent e) {
    if (e.kind() != Lifecycle.CONSUME) {
      return;
    }
    Long lag = e.lagMs() == null ? lag(flow, e) : e.lagMs();
    if (lag != null && lag > 0) {
      String id = String.valueOf(e.messageId());
      slowest.add(new SlowHop(e.stream(), e.service(), flow.id(), id, lag));
      if (slowest.size() > SLOWEST) {
        slowest.remove();
      }
    }
  }

  private static @Nullable Long lag(EventFlow flow, LifecycleEvent consumed) {
    for (LifecycleEvent e : flow.events()) {
      boolean same =
          e.kind() == Lifecycle.PUBLISH
              && e.stream().equals(consumed.stream())
              && e.messageId() != null
              && e.messageId().equals(consumed.messageId());
      if (same && e.at() != null && consumed.at() != null) {
        return Duration.between(e.at(), consumed.at()).toMillis();
      }
    }
    return null;
  }

  FlowRecord record(long events, List<String> unlogged, long cutShort) {
    List<FlawCount> counts = new ArrayList<>(flaws.values());
    counts.sort(
        Comparator.comparing(FlawCount::kind)
            .thenComparing(FlawCount::count, Comparator.reverseOrder())
            .thenComparing(FlawCount::stream)
            .thenComparing(FlawCount::party));
    brokenSamples.sort(Comparator.comparing(FlowTally::worst));
    List<SlowHop> hops = new ArrayList<>(slowest);
    hops.sort(BY_LAG.reversed());
    return new FlowRecord(
        total, broken, events, counts, brokenSamples, wholeSamples, hops, unlogged, cutShort);
  }

  private static FlawKind worst(EventFlow flow) {
    return flow.flaws().stream().map(Flaw::kind).min(Comparator.naturalOrder()).orElseThrow();
  }
}
