package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Orders causes as a person should look at them. What others hang on comes before them and counts
 * as severely as the worst of them; then the severer, what stands still before what is slow before
 * what will be a fault, the wider and the earlier one.
 */
final class Ranking {
  /** Looks and silences are noticed up to this much after the fact. */
  private static final Duration NOTICED = Duration.ofMinutes(1);

  private static final Set<String> STOPPED =
      Set.of("CRASH", "DEAD_CONSUMER", "MEMORY_LEAK", "SERVICE_DOWN", "REDIS_LOST");
  private static final Set<String> STALLS =
      Set.of(
          "CONSUMER_LAG",
          "STUCK_MESSAGE",
          "MISSING_ACK",
          "DELIVERY_FAILURE",
          "BUG",
          "NO_CONSUMER_GROUP",
          "ORPHANED_STREAM");

  /** What a service does by itself, whatever comes from upstream. */
  private static final Set<String> OWN =
      Set.of("CRASH", "BUG", "MEMORY_LEAK", "SERVICE_DOWN", "PORT_CONFLICT", "MISSING_ENV_VAR");

  private record Place(
      Draft draft,
      Set<String> names,
      Set<String> reach,
      Instant since,
      Standing standing,
      boolean own,
      int width) {

    /** Whether the other one hangs on this one: further down, and not noticed before it. */
    boolean before(Place other) {
      return !draft.key().equals(other.draft.key())
          && standing != Standing.GOES_ON
          && reaches(other)
          && !other.reaches(this) // in a ring nobody is upstream
          && !since.isAfter(other.since.plus(NOTICED));
    }

    private boolean reaches(Place other) {
      boolean all = names.isEmpty();
      return (all || !other.own)
          && other.names.stream().anyMatch(name -> reach.contains(name) && !names.contains(name));
    }
  }

  private enum Standing {
    STOPPED,
    SLOW,
    GOES_ON;

    static Standing of(List<Finding> chain) {
      if (chain.stream().anyMatch(f -> Ranking.STOPPED.contains(f.category()))) {
        return STOPPED;
      }
      return chain.stream().anyMatch(f -> STALLS.contains(f.category())) ? SLOW : GOES_ON;
    }
  }

  private Ranking() {}

  /** The causes in order, each with its {@code rank} from 1 on. */
  static List<Draft> of(Collection<Draft> causes, Map<String, Finding> byId, Wiring wiring) {
    List<Place> left = new ArrayList<>();
    causes.forEach(d -> left.add(place(d, byId, wiring)));
    List<Place> all = List.copyOf(left);
    Comparator<Place> order =
        Comparator.comparing((Place p) -> severity(p, all))
            .thenComparing(Place::standing)
            .thenComparing(p -> -p.width())
            .thenComparing(Place::since)
            .thenComparing(p -> p.draft().key());
    List<Draft> ranked = new ArrayList<>();
    while (!left.isEmpty()) {
      Place next =
          left.stream()
              .filter(p -> left.stream().noneMatch(other -> other.before(p)))
              .min(order)
              .orElseGet(() -> left.stream().min(order).orElseThrow());
      left.remove(next);
      ranked.add(next.draft().detail("rank", ranked.size() + 1));
    }
    return ranked;
  }

  private static Severity severity(Place place, List<Place> all) {
    return all.stream()
        .filter(place::before)
        .map(p -> p.draft().severity())
        .reduce(place.draft().severity(), Severity::worse);
  }

  private static Place place(Draft draft, Map<String, Finding> byId, Wiring wiring) {
    List<Finding> chain = findings(draft, "relatedFindings", byId);
    Set<String> reach = new HashSet<>(Synthesizer.texts(draft, "downstream"));
    Set<String> names = new HashSet<>();
    String stream = draft.subject().stream();
    String service = draft.subject().service();
    if (stream != null) {
      names.add("stream " + stream);
    }
    if (service != null) {
      // A service that is down stalls what it reads, too.
      names.add("service " + service);
      wiring.readBy(service).forEach(read -> reach.add("stream " + read));
    }
    Set<String> width = new HashSet<>(reach);
    width.addAll(Synthesizer.texts(draft, "affectedServices"));
    width.addAll(Synthesizer.texts(draft, "affectedStreams"));
    boolean own =
        findings(draft, "causes", byId).stream()
            .anyMatch(f -> OWN.contains(f.category()) || atRest(f));
    return new Place(draft, names, reach, since(chain), Standing.of(chain), own, width.size());
  }

  private static List<Finding> findings(Draft draft, String field, Map<String, Finding> byId) {
    return Synthesizer.texts(draft, field).stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean atRest(Finding f) {
    return f.ruleId().startsWith("code.") || f.ruleId().startsWith("config.");
  }

  /** When it began to show; what the sources say is older than any session. */
  private static Instant since(List<Finding> chain) {
    return chain.stream()
        .filter(f -> !atRest(f))
        .map(Finding::firstSeen)
        .min(Comparator.naturalOrder())
        .or(() -> chain.stream().map(Finding::firstSeen).min(Comparator.naturalOrder()))
        .orElse(Instant.MAX.minus(NOTICED));
  }
}
