package io.streamsmonitor.report.flow;

import java.util.List;

/**
 * The flows of a session: all counted, some kept.
 *
 * @param total flows seen
 * @param broken how many of them have a flaw
 * @param undecided how many were still under way when the window ended
 * @param events message events read
 * @param brokenSamples some of each kind and place
 * @param wholeSamples the longest ones seen
 * @param slowest hops by their slowest delivery, slowest first
 * @param unlogged what Redis shows as done and no service logged, a sentence each
 * @param cutShort flows judged before the end to keep memory bounded
 */
public record FlowRecord(
    long total,
    long broken,
    long undecided,
    long events,
    List<FlawCount> flaws,
    List<EventFlow> brokenSamples,
    List<EventFlow> wholeSamples,
    List<SlowHop> slowest,
    List<String> unlogged,
    long cutShort) {
  /** No log offered a message event. */
  public static final FlowRecord NONE =
      new FlowRecord(0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), 0);

  public FlowRecord {
    flaws = List.copyOf(flaws);
    brokenSamples = List.copyOf(brokenSamples);
    wholeSamples = List.copyOf(wholeSamples);
    slowest = List.copyOf(slowest);
    unlogged = List.copyOf(unlogged);
  }
}
