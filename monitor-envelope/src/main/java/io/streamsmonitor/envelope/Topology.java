package io.streamsmonitor.envelope;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a service has declared that it reads and writes. */
final class Topology {
  private final Collection<String> published = new ConcurrentSkipListSet<>();
  private final Collection<String> subscribed = new ConcurrentSkipListSet<>();
  private final Collection<String> groups = new ConcurrentSkipListSet<>();

  void publishes(String stream) {
    published.add(stream);
  }

  void subscribes(String stream, String group) {
    subscribed.add(stream);
    groups.add(group);
  }

  SortedSet<String> published() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(published));
  }

  SortedSet<String> subscribed() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(subscribed));
  }

  SortedSet<String> groups() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(groups));
  }
}
