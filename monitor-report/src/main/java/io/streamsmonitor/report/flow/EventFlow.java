package io.streamsmonitor.report.flow;

import io.streamsmonitor.report.log.LifecycleEvent;
import java.util.List;

/**
 * What happened under one correlation id.
 *
 * @param id the correlation id, or {@code stream/message id} where no service gave one
 * @param events in time order
 * @param flaws empty for a whole flow
 * @param undecided whether it has no flaw, and something of it was still under way at the end
 */
public record EventFlow(
    String id, List<LifecycleEvent> events, List<Flaw> flaws, boolean undecided) {
  public EventFlow {
    events = List.copyOf(events);
    flaws = List.copyOf(flaws);
  }

  public boolean whole() {
    return flaws.isEmpty() && !undecided;
  }
}
