package io.streamsmonitor.report.flow;

import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Causes before effects. A producer logs its publication when XADD has returned; by then a blocked
 * consumer may have logged the same entry, a millisecond before it.
 */
public final class CausalOrder {
  private CausalOrder() {}

  /**
   * The events, a publication before the first thing that was done with its entry.
   *
   * @param events in time order
   * @param message the message event in it, or null
   */
  public static <T> List<T> of(List<T> events, Function<T, @Nullable LifecycleEvent> message) {
    List<T> out = new ArrayList<>(events.size());
    Map<String, T> first = new HashMap<>();
    for (T event : events) {
      LifecycleEvent said = message.apply(event);
      String entry = said == null || said.messageId() == null ? null : entry(said);
      T effect = entry == null ? null : first.putIfAbsent(entry, event);
      LifecycleEvent done = effect == null ? null : message.apply(effect);
      boolean late =
          done != null
              && Objects.requireNonNull(said).kind() == Lifecycle.PUBLISH
              && done.kind() != Lifecycle.PUBLISH;
      out.add(late ? out.lastIndexOf(effect) : out.size(), event);
    }
    return out;
  }

  private static String entry(LifecycleEvent e) {
    return e.stream() + "/" + e.messageId();
  }
}
