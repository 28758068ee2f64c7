package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.model.StreamActivity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which service writes and reads which stream, and where in the code: from monitor.yml, from the
 * scan, and from what the services log.
 *
 * @param writers services by stream
 * @param readers services by stream
 * @param owners services by {@code stream/group}
 * @param places by stream, where code writes or reads it
 * @param written streams by service that writes them
 */
public record Wiring(
    Map<String, Set<String>> writers,
    Map<String, Set<String>> readers,
    Map<String, Set<String>> owners,
    Map<String, List<Location>> places,
    Map<String, Set<String>> written) {

  /** The wiring of these; who writes what is turned round once. */
  public Wiring(
      Map<String, Set<String>> writers,
      Map<String, Set<String>> readers,
      Map<String, Set<String>> owners,
      Map<String, List<Location>> places) {
    this(writers, readers, owners, places, inverse(writers));
  }

  private static Map<String, Set<String>> inverse(Map<String, Set<String>> map) {
    Map<String, Set<String>> inverse = new TreeMap<>();
    map.forEach((name, services) -> services.forEach(service -> add(inverse, service, name)));
    return inverse;
  }

  /** What monitor.yml, the code and the services themselves say together. */
  public static Wiring of(
      List<ServiceSpec> services, List<StreamUse> uses, Collection<StreamActivity> heard) {
    Wiring wiring =
        new Wiring(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new LinkedHashMap<>());
    for (ServiceSpec service : services) {
      service.publishes().forEach(stream -> add(wiring.writers, stream, service.name()));
      for (ServiceSpec.Consumption c : service.consumes()) {
        add(wiring.readers, c.stream(), service.name());
        add(wiring.owners, key(c.stream(), c.group()), service.name());
      }
    }
    for (StreamUse use : uses) {
      if (!use.test()) {
        use.stream().resolved().ifPresent(stream -> wiring.add(stream, use));
      }
    }
    heard.forEach(wiring::add);
    return wiring.finished();
  }

  /** The same, and what services say of themselves. */
  public Wiring with(Collection<StreamActivity> heard) {
    Wiring more = new Wiring(copy(writers), copy(readers), copy(owners), places);
    heard.forEach(more::add);
    return more.finished();
  }

  private Wiring finished() {
    return new Wiring(writers, readers, owners, places);
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> map) {
    Map<String, Set<String>> copy = new TreeMap<>();
    map.forEach((name, services) -> copy.put(name, new TreeSet<>(services)));
    return copy;
  }

  private void add(StreamActivity activity) {
    boolean write = activity.access() == StreamActivity.Access.WRITE;
    add(write ? writers : readers, activity.stream(), activity.service());
    if (!activity.group().isEmpty()) {
      add(owners, key(activity.stream(), activity.group()), activity.service());
    }
  }

  private void add(String stream, StreamUse use) {
    switch (use.op()) {
      case ADD -> add(writers, stream, use.service());
      case READ, GROUP_READ, ACK, CLAIM -> add(readers, stream, use.service());
      default -> {}
    }
    // Who creates a group need not be who reads it.
    if (use.group() != null && use.op() != StreamUse.Op.CREATE_GROUP) {
      use.group().resolved().ifPresent(g -> add(owners, key(stream, g), use.service()));
    }
    places.computeIfAbsent(stream, s -> new ArrayList<>()).add(use.at());
  }

  private static void add(Map<String, Set<String>> map, String stream, String service) {
    if (!service.isEmpty()) {
      map.computeIfAbsent(stream, s -> new TreeSet<>()).add(service);
    }
  }

  private static String key(String stream, String group) {
    return stream + "/" + group;
  }

  /**
   * Services that read the stream with the group; where nobody says so, those of the candidates
   * whose name is part of the group's: {@code billing} of {@code billing-v2}.
   */
  public Set<String> ownersOf(String stream, String group, Set<String> candidates) {
    Set<String> known = owners.getOrDefault(key(stream, group), Set.of());
    if (!known.isEmpty()) {
      return known;
    }
    Set<String> named = new TreeSet<>();
    candidates.stream().filter(service -> names(group, service)).forEach(named::add);
    return named;
  }

  /** Groups with which somebody is known to read the stream. */
  Set<String> groupsOf(String stream) {
    Set<String> groups = new TreeSet<>();
    for (String key : owners.keySet()) {
      if (key.startsWith(key(stream, ""))) {
        groups.add(key.substring(key(stream, "").length()));
      }
    }
    return groups;
  }

  private static boolean names(String group, String service) {
    String own = words(service).replaceAll(" (service|svc|consumer|worker) $", " ");
    return own.length() > 2 && words(group).contains(own);
  }

  private static String words(String name) {
    String split = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return " " + split.replaceAll("[^a-z0-9]+", " ").strip() + " ";
  }

  /** Every stream that somebody is known to write or read. */
  Set<String> streams() {
    Set<String> all = new TreeSet<>(writers.keySet());
    all.addAll(readers.keySet());
    return all;
  }

  /** Every stream and every service, named as what is downstream is. */
  Set<String> all() {
    Set<String> all = new TreeSet<>();
    streams().forEach(stream -> all.add("stream " + stream));
    writers.values().forEach(by -> by.forEach(service -> all.add("service " + service)));
    readers.values().forEach(by -> by.forEach(service -> all.add("service " + service)));
    return all;
  }

  /** Streams that the service reads. */
  Set<String> readBy(String service) {
    Set<String> streams = new TreeSet<>();
    readers.forEach(
        (stream, services) -> {
          if (services.contains(service)) {
            streams.add(stream);
          }
        });
    return streams;
  }

  /** Services that read the stream. */
  public Set<String> readersOf(String stream) {
    return readers.getOrDefault(stream, Set.of());
  }

  /** Services that write the stream. */
  public Set<String> writersOf(String stream) {
    return writers.getOrDefault(stream, Set.of());
  }

  /** Everything that hangs on the stream: its readers, what they write, and so on. */
  public Set<String> downstreamOf(String stream) {
    return downstreamOf(stream, readersOf(stream));
  }

  /** Everything that hangs on these readers of the stream: they, what they write, and so on. */
  Set<String> downstreamOf(String stream, Set<String> some) {
    Set<String> seen = new TreeSet<>();
    some.forEach(reader -> follow(reader, seen));
    seen.remove("stream " + stream);
    return seen;
  }

  /** What the service writes, who reads that, and so on; without the service. */
  Set<String> downstreamOfService(String service) {
    Set<String> seen = new TreeSet<>();
    follow(service, seen);
    seen.remove("service " + service);
    return seen;
  }

  private void follow(String service, Set<String> seen) {
    if (seen.add("service " + service)) {
      for (String stream : written.getOrDefault(service, Set.of())) {
        if (seen.add("stream " + stream)) {
          readersOf(stream).forEach(reader -> follow(reader, seen));
        }
      }
    }
  }
}
