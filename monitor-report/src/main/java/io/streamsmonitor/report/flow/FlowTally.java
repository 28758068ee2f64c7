package io.streamsmonitor.report.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts judged flows and keeps some: of each kind of flaw at each place a few. */
final class FlowTally {
  private static final int PER_PLACE = 5;
  private static final int BROKEN = 200;
  private static final int WHOLE = 3;
  private final Map<List<Object>, FlawCount> flaws = new LinkedHashMap<>();
  private final List<EventFlow> brokenSamples = new ArrayList<>();
  private final List<EventFlow> wholeSamples = new ArrayList<>();
  private final SlowHops hops = new SlowHops();
  private long total;
  private long broken;
  private long undecided;

  void add(EventFlow flow) {
    total++;
    hops.add(flow);
    if (flow.undecided()) {
      undecided++;
      return;
    }
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

  FlowRecord record(long events, List<String> unlogged, long cutShort) {
    List<FlawCount> counts = new ArrayList<>(flaws.values());
    counts.sort(
        Comparator.comparing(FlawCount::kind)
            .thenComparing(FlawCount::count, Comparator.reverseOrder())
            .thenComparing(FlawCount::stream)
            .thenComparing(FlawCount::party));
    brokenSamples.sort(Comparator.comparing(FlowTally::worst));
    return new FlowRecord(
        total,
        broken,
        undecided,
        events,
        counts,
        brokenSamples,
        wholeSamples,
        hops.slowest(),
        unlogged,
        cutShort);
  }

  private static FlawKind worst(EventFlow flow) {
    return flow.flaws().stream().map(Flaw::kind).min(Comparator.naturalOrder()).orElseThrow();
  }
}
