package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.finding.Finding;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The findings of a look by what they are about, so that a fleet of a thousand streams need not go
 * through all of them for each. A set of findings is the set of their places in the list.
 */
final class Subjects {
  private final List<Finding> all;
  private final Map<String, BitSet> byStream = new TreeMap<>();
  private final Map<String, BitSet> byService = new TreeMap<>();
  private final Map<String, BitSet> ofServiceAlone = new HashMap<>();
  private final Map<String, BitSet> byReader = new HashMap<>();
  private final BitSet unowned = new BitSet();
  private final Wiring wiring;

  /**
   * The findings by subject.
   *
   * @param all in the order in which they are to be told
   */
  Subjects(List<Finding> all, Wiring wiring) {
    this.all = all;
    this.wiring = wiring;
    for (int i = 0; i < all.size(); i++) {
      Finding f = all.get(i);
      Set<String> streams = Clusters.streamsOf(f);
      Set<String> services = Clusters.servicesOf(f);
      for (String stream : streams) {
        add(byStream, stream, i);
      }
      for (String service : services) {
        add(byService, service, i);
        if (streams.isEmpty()) {
          add(ofServiceAlone, service, i);
        }
      }
      Set<String> readers = Clusters.readersOf(f, wiring);
      if (readers == null) {
        unowned.set(i);
      } else if (readers.size() == 1) {
        add(byReader, readers.iterator().next(), i);
      }
    }
  }

  private static void add(Map<String, BitSet> map, String name, int at) {
    map.computeIfAbsent(name, n -> new BitSet()).set(at);
  }

  /** Every stream that a finding names. */
  Set<String> streams() {
    return byStream.keySet();
  }

  /** Every service that a finding names. */
  Set<String> services() {
    return new TreeSet<>(byService.keySet());
  }

  /** Findings that name the stream. */
  BitSet on(String stream) {
    return byStream.getOrDefault(stream, new BitSet());
  }

  /** Findings that name the service. */
  BitSet of(String service) {
    return byService.getOrDefault(service, new BitSet());
  }

  /** What the log of the service says. */
  BitSet logsOf(String service) {
    BitSet found = new BitSet();
    of(service).stream()
        .filter(i -> Clusters.isLog(all.get(i)) && service.equals(all.get(i).service()))
        .forEach(found::set);
    return found;
  }

  /** Findings that name any of the services and no stream. */
  BitSet ofAlone(Set<String> services) {
    BitSet found = new BitSet();
    services.forEach(service -> found.or(ofServiceAlone.getOrDefault(service, new BitSet())));
    return found;
  }

  /** Findings on groups with which this service and no other reads. */
  BitSet waitingFor(String service) {
    BitSet found = new BitSet();
    found.or(byReader.getOrDefault(service, found));
    unowned.stream()
        .filter(i -> Clusters.waitsFor(service, all.get(i), wiring))
        .forEach(found::set);
    return found;
  }

  /** The findings at these places. */
  List<Finding> at(BitSet places) {
    return places.stream().mapToObj(all::get).toList();
  }
}
