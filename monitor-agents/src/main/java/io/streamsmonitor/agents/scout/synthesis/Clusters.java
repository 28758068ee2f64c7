package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.finding.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups findings by stream, then by service; a service's findings join the streams it works on.
 */
final class Clusters {
  private static final Comparator<Finding> BY_TIME =
      Comparator.comparing(Finding::firstSeen).thenComparing(Finding::findingId);

  private static final Pattern REDIS_CONNECTION =
      Pattern.compile(
          "(?is)(redis|jedis|lettuce|6379).*(connect|refused|reset|closed|timed? ?out|unreachable)"
              + "|(connect|refused|reset|timed? ?out|unreachable).*(redis|jedis|lettuce|6379)");

  /** Rules that speak of two streams, whose title quotes both. */
  private static final Set<String> BETWEEN_NAMES =
      Set.of("config.stream-drift", "config.naming-inconsistency");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private static final Pattern PASSING =
      Pattern.compile("that the group works off|read position went back");

  private Clusters() {}

  /** Every cluster that has a finding, streams first, by name. */
  static List<Cluster> of(List<Finding> findings, Wiring wiring) {
    List<Finding> subjects =
        findings.stream()
            .filter(f -> f.open() && !f.category().equals("CROSS_AGENT_SYNTHESIS"))
            .filter(f -> !passes(f))
            .sorted(BY_TIME)
            .toList();
    Subjects index = new Subjects(subjects, wiring);
    Set<String> known = index.services();
    List<Cluster> out = new ArrayList<>();
    for (String stream : index.streams()) {
      add(out, ofStream(stream, index, known, wiring));
    }
    for (String service : known) {
      BitSet waiting = index.waitingFor(service);
      waiting.andNot(index.of(service));
      List<Finding> about = index.at(index.of(service));
      add(out, new Cluster(service, false, true, about, List.of(), index.at(waiting), wiring));
    }
    add(
        out,
        new Cluster(Cluster.REDIS, false, true, server(findings), List.of(), List.of(), wiring));
    return out;
  }

  private static Cluster ofStream(String stream, Subjects index, Set<String> known, Wiring wiring) {
    BitSet members = index.ofAlone(servicesOf(stream, index.at(index.on(stream)), known, wiring));
    members.or(index.on(stream));
    BitSet upstream = new BitSet();
    for (String writer : wiring.writersOf(stream)) {
      upstream.or(index.logsOf(writer));
      upstream.or(index.waitingFor(writer));
    }
    upstream.andNot(members);
    BitSet downstream = new BitSet();
    Set<String> reach = wiring.downstreamOf(stream);
    for (String name : reach) {
      String bare = name.substring(name.indexOf(' ') + 1);
      downstream.or(name.startsWith("stream ") ? index.on(bare) : index.ofAlone(Set.of(bare)));
    }
    downstream.andNot(members);
    return new Cluster(
        stream, true, true, index.at(members), index.at(upstream), index.at(downstream), wiring);
  }

  /** A backlog that shrinks, or that somebody set a group back to, needs no cause. */
  private static boolean passes(Finding f) {
    return f.ruleId().equals("stream.consumer-lag") && PASSING.matcher(f.text("hypothesis")).find();
  }

  private static void add(List<Cluster> out, Cluster cluster) {
    if (!cluster.findings().isEmpty()) {
      out.add(cluster);
    }
  }

  private static List<Finding> rest(
      List<Finding> subjects, List<Finding> members, Predicate<Finding> wanted) {
    Set<Finding> own = Collections.newSetFromMap(new IdentityHashMap<>());
    own.addAll(members);
    return subjects.stream().filter(f -> !own.contains(f)).filter(wanted).toList();
  }

  /** Of a stream or a service that is reached from upstream. */
  private static boolean reached(Finding f, Set<String> reach) {
    return streamsOf(f).isEmpty()
        ? servicesOf(f).stream().anyMatch(s -> reach.contains("service " + s))
        : streamsOf(f).stream().anyMatch(s -> reach.contains("stream " + s));
  }

  /** What a service that writes the stream says, and what waits for it on the streams it reads. */
  private static boolean upstream(Finding f, String stream, Wiring wiring) {
    return wiring.writersOf(stream).stream()
        .anyMatch(
            writer -> (isLog(f) && writer.equals(f.service())) || waitsFor(writer, f, wiring));
  }

  static boolean isLog(Finding f) {
    return f.ruleId().startsWith("log.");
  }

  /**
   * Services that read with the finding's group; none where it names no group, and null where
   * nobody is known to read the stream.
   */
  static @Nullable Set<String> readersOf(Finding f, Wiring wiring) {
    String stream = f.stream();
    String group = f.group();
    if (stream == null || group == null || !f.ruleId().startsWith("stream.")) {
      return Set.of();
    }
    Set<String> readers = wiring.readersOf(stream);
    return readers.isEmpty() ? null : wiring.ownersOf(stream, group, readers);
  }

  /** Whether the finding is on a group with which this service and no other reads. */
  static boolean waitsFor(String service, Finding f, Wiring wiring) {
    Set<String> readers = readersOf(f, wiring);
    if (readers == null && f.stream() != null && f.group() != null) {
      // Where nobody is known to read it, the group's name alone tells.
      readers = wiring.ownersOf(f.stream(), f.group(), Set.of(service));
    }
    return Set.of(service).equals(readers);
  }

  /** What is about the server: that it was lost, or is full, who complains and who fills it. */
  private static List<Finding> server(List<Finding> findings) {
    List<Finding> subjects =
        findings.stream()
            .filter(f -> f.open() || lost(f)) // an outage explains errors when it is over, too
            .sorted(BY_TIME)
            .toList();
    boolean lost = subjects.stream().anyMatch(Clusters::lost);
    boolean full = subjects.stream().anyMatch(Clusters::full);
    return subjects.stream()
        .filter(
            f -> (lost && (lost(f) || losesRedis(f))) || (full && (full(f) || Cluster.grows(f))))
        .toList();
  }

  private static boolean lost(Finding f) {
    return f.ruleId().endsWith(".redis-lost");
  }

  private static boolean full(Finding f) {
    return isLog(f) && f.evidence().contains("OOM command not allowed");
  }

  private static boolean losesRedis(Finding f) {
    return isLog(f) && REDIS_CONNECTION.matcher(f.title() + "\n" + f.evidence()).find();
  }

  /**
   * What of a stream's cluster can have one cause: each group with the services that read with it,
   * and the writers' side, where no finding names a group, all of them; and the whole of it. A
   * cluster of a service is one part.
   */
  static List<Cluster> parts(Cluster whole) {
    if (!whole.stream()) {
      return List.of(whole);
    }
    String stream = whole.entity();
    Set<String> groups = new TreeSet<>();
    whole.findings().forEach(f -> groups.add(f.group() == null ? "" : f.group()));
    boolean alone = groups.size() == 1;
    groups.addAll(whole.wiring().groupsOf(stream));
    Set<String> known = services(whole.findings());
    List<Cluster> parts = new ArrayList<>(List.of(whole));
    for (String group : groups) {
      Set<String> services =
          group.isEmpty() ? groupless(whole, alone) : whole.wiring().ownersOf(stream, group, known);
      add(parts, part(whole, f -> belongs(f, whole, group, services), services));
    }
    return parts;
  }

  /** What the writers say is upstream of a group's part; what its readers' readers say, down. */
  private static Cluster part(Cluster whole, Predicate<Finding> own, Set<String> services) {
    String stream = whole.entity();
    Wiring wiring = whole.wiring();
    List<Finding> members = whole.findings().stream().filter(own).toList();
    List<Finding> others = rest(whole.findings(), members, f -> true);
    Set<String> reach = wiring.downstreamOf(stream, services);
    List<Finding> upstream = new ArrayList<>(whole.upstream());
    upstream.addAll(rest(others, members, f -> upstream(f, stream, wiring)));
    List<Finding> downstream = new ArrayList<>(whole.downstream());
    if (!services.isEmpty()) {
      downstream.removeIf(f -> !reached(f, reach));
    }
    downstream.addAll(rest(others, members, f -> isLog(f) && reached(f, reach)));
    return new Cluster(stream, true, false, members, upstream, downstream, wiring);
  }

  /**
   * Whether the finding speaks of the group: by its name; or, where it names none or says that
   * names differ, by a service that reads with it.
   */
  private static boolean belongs(Finding f, Cluster whole, String group, Set<String> services) {
    if (group.isEmpty() && f.group() == null && whole.entity().equals(f.stream())) {
      return true; // who writes a stream that nobody declared is not in the wiring
    }
    if (BETWEEN_NAMES.contains(f.ruleId())) {
      return true; // whoever is on either stream is concerned
    }
    boolean drift =
        f.category().equals("CONFIG_DRIFT") || f.category().equals("GROUP_NAME_MISMATCH");
    return (f.group() != null && !drift)
        ? f.group().equals(group)
        : group.equals(f.group())
            || concerns(f, services)
            || (drift && astray(whole, group) && f.title().contains('"' + group + '"'));
  }

  /** Whether nobody names the group that Redis has. */
  private static boolean astray(Cluster whole, String group) {
    return whole.rule("config.group-undeclared").stream().anyMatch(f -> group.equals(f.group()));
  }

  private static Set<String> groupless(Cluster whole, boolean alone) {
    Set<String> services = new TreeSet<>(whole.wiring().writersOf(whole.entity()));
    if (alone) {
      services.addAll(whole.wiring().readersOf(whole.entity()));
    }
    return services;
  }

  /** A finding that names services belongs to them alone; one that names none to everybody. */
  private static boolean concerns(Finding f, Set<String> services) {
    Set<String> own = servicesOf(f);
    return own.isEmpty() || own.stream().anyMatch(services::contains);
  }

  /** Services that write the stream, read it, or own a group that findings on it name. */
  private static Set<String> servicesOf(
      String stream, List<Finding> on, Set<String> known, Wiring wiring) {
    Set<String> services = new TreeSet<>(wiring.readersOf(stream));
    services.addAll(wiring.writersOf(stream));
    for (Finding f : on) {
      if (stream.equals(f.stream()) && f.group() != null) {
        services.addAll(wiring.ownersOf(stream, f.group(), known));
      }
    }
    return services;
  }

  private static Set<String> services(List<Finding> findings) {
    Set<String> services = new TreeSet<>();
    findings.forEach(f -> services.addAll(servicesOf(f)));
    return services;
  }

  static Set<String> streamsOf(Finding f) {
    Set<String> streams = new TreeSet<>(f.texts("affectedStreams"));
    if (f.stream() != null) {
      streams.add(f.stream());
    }
    if (BETWEEN_NAMES.contains(f.ruleId())) {
      QUOTED.matcher(f.title()).results().forEach(name -> streams.add(name.group(1)));
    }
    return streams;
  }

  static Set<String> servicesOf(Finding f) {
    Set<String> services = new TreeSet<>(f.texts("affectedServices"));
    services.addAll(f.texts("services"));
    if (f.service() != null && !f.service().equals("cross-service")) {
      services.add(f.service());
    }
    return services;
  }
}
