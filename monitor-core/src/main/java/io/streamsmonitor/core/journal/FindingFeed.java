package io.streamsmonitor.core.journal;

import io.streamsmonitor.core.finding.Finding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What all agents have said so far, in memory: the last state of each finding. Thread-safe. */
public final class FindingFeed {
  private final Map<String, Finding> latest = new LinkedHashMap<>();
  private final List<Consumer<Finding>> listeners = new CopyOnWriteArrayList<>();

  /** Called for every new state of a finding, on the thread of the agent that said it. */
  public void subscribe(Consumer<Finding> listener) {
    listeners.add(listener);
  }

  void publish(Finding finding) {
    synchronized (latest) {
      latest.put(finding.findingId(), finding);
    }
    listeners.forEach(listener -> listener.accept(finding));
  }

  /** The last state of every finding, in the order they were first said. */
  public List<Finding> all() {
    synchronized (latest) {
      Collection<Finding> values = latest.values();
      return List.copyOf(values);
    }
  }

  /** The open ones of {@link #all}. */
  public List<Finding> open() {
    return all().stream().filter(Finding::open).toList();
  }
}
