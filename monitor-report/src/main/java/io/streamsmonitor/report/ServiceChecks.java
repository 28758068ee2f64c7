package io.streamsmonitor.report;

import static io.streamsmonitor.report.log.Lifecycle.ACK;
import static io.streamsmonitor.report.log.Lifecycle.CHANNEL_HEALTH;
import static io.streamsmonitor.report.log.Lifecycle.CONSUME;
import static io.streamsmonitor.report.log.Lifecycle.FAILED;
import static io.streamsmonitor.report.log.Lifecycle.PUBLISH;
import static io.streamsmonitor.report.log.Lifecycle.SHUTDOWN;
import static io.streamsmonitor.report.log.Lifecycle.STARTED;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LogSurvey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks A to F of section 7 one by one for each service, by its log. */
final class ServiceChecks {
  /** A banner or a stack trace may stand between structured lines. */
  private static final double NEARLY_ALL = 0.95;

  private static final int PLACES = 5;
  private static final int FILES = 20;

  private final CodePlaces code;
  private final Topology topology;
  private final Payloads payloads;
  private final boolean healthDue;
  private final Map<String, List<Finding>> byService = new HashMap<>();
  private final Set<String> sourced = new HashSet<>();

  private ServiceChecks(SessionRecord session, Topology topology) throws IOException {
    this.code = CodePlaces.of(session.workspace());
    this.topology = topology;
    this.payloads = Payloads.of(session);
    for (Finding f : session.findings()) {
      if (f.ruleId().startsWith("code.")
          && f.service() != null
          && !Gaps.CATEGORY.equals(f.category())) {
        sourced.add(f.service());
      }
      boolean about = Arrays.stream(Requirement.values()).anyMatch(r -> r.concerns(f.ruleId()));
      if (f.open() && about) {
        Set<String> services = new LinkedHashSet<>(f.texts("affectedServices"));
        if (f.service() != null) {
          services.add(f.service());
        }
        services.forEach(s -> byService.computeIfAbsent(s, k -> new ArrayList<>()).add(f));
      }
    }
    Instant start = session.time("START");
    Instant deadline = session.time("DEADLINE");
    this.healthDue =
        start == null
            || deadline == null
            || Duration.between(start, deadline).compareTo(Duration.ofSeconds(90)) >= 0;
  }

  /** The services of the configuration, then others that were heard, by name. */
  static List<ServiceCheck> of(
      SessionRecord session, Map<String, LogSurvey> logs, Topology topology) throws IOException {
    Set<String> services = new LinkedHashSet<>(session.services());
    services.addAll(new TreeSet<>(logs.keySet()));
    ServiceChecks checks = new ServiceChecks(session, topology);
    return services.stream().map(s -> checks.check(s, logs.get(s))).toList();
  }

  private ServiceCheck check(String service, @Nullable LogSurvey log) {
    Map<Requirement, Seen> seen = new EnumMap<>(Requirement.class);
    Map<Requirement, String> detail = new EnumMap<>(Requirement.class);
    Map<Requirement, List<String>> places = new EnumMap<>(Requirement.class);
    for (Requirement r : Requirement.values()) {
      seen.put(r, log == null || log.lines() == 0 ? Seen.NO_DATA : seen(r, service, log, seen));
      if (log != null && seen.getOrDefault(r, Seen.NO_DATA).lacking()) {
        detail.put(r, detail(r, service, log));
      }
      places.put(r, places(service, r));
    }
    return new ServiceCheck(service, seen, detail, places, judged(service), code.deeds(service));
  }

  private Seen seen(Requirement r, String service, LogSurvey log, Map<Requirement, Seen> before) {
    long messages = messages(log);
    return switch (r) {
      case A -> correlation(service, log);
      case B -> log.json() == 0 ? Seen.NO : some(log.structured() >= NEARLY_ALL * log.lines());
      case C ->
          messages == 0
              ? Seen.NO
              : some(log.count(CONSUME) == 0 || log.count(ACK) + log.count(FAILED) > 0);
      case D -> health(service, log);
      case E ->
          log.count(STARTED) + log.count(SHUTDOWN) == 0
              ? Seen.NO
              : some(log.count(STARTED) > 0 && log.count(SHUTDOWN) > 0);
      case F ->
          before.get(Requirement.A) == Seen.YES && before.get(Requirement.C) == Seen.YES
              ? Seen.YES
              : log.correlated() > 0 ? Seen.PARTLY : Seen.NO;
    };
  }

  /** The ids have to be in the entries themselves; where these are not known, in their lines. */
  private Seen correlation(String service, LogSurvey log) {
    Set<String> written = topology.writtenBy(service);
    if (payloads.lackAll(written)) {
      return Seen.NO;
    }
    if (!payloads.missing(written).isEmpty()) {
      return Seen.PARTLY;
    }
    if (log.correlated() == 0) {
      return payloads.known(written) ? Seen.PARTLY : Seen.NO;
    }
    boolean carried = messages(log) > 0 && !misses(log, "correlationId");
    return some(carried || payloads.known(written));
  }

  private Seen health(String service, LogSurvey log) {
    if (log.count(CHANNEL_HEALTH) > 0) {
      return Seen.YES;
    }
    if (consumes(service, log)) {
      return healthDue ? Seen.NO : Seen.NO_DATA;
    }
    boolean known = messages(log) > 0 || log.count(STARTED) > 0 || code.knows(service);
    return known || !topology.writtenBy(service).isEmpty() ? Seen.NOT_NEEDED : Seen.NO_DATA;
  }

  private boolean judged(String service) {
    return code.judged(service) || sourced.contains(service);
  }

  private boolean consumes(String service, LogSurvey log) {
    return log.count(CONSUME) > 0
        || !log.subscribed().isEmpty()
        || topology.reads(service)
        || code.reads(service);
  }

  private static Seen some(boolean whole) {
    return whole ? Seen.YES : Seen.PARTLY;
  }

  private static long messages(LogSurvey log) {
    return log.count(PUBLISH) + log.count(CONSUME) + log.count(ACK) + log.count(FAILED);
  }

  private static boolean misses(LogSurvey log, String field) {
    return List.of(PUBLISH, CONSUME, ACK, FAILED).stream()
        .anyMatch(kind -> log.missing(kind.event()).contains(field));
  }

  private String detail(Requirement r, String service, LogSurvey log) {
    return switch (r) {
      case A ->
          log.correlated()
              + " of "
              + log.lines()
              + " lines name a correlation id"
              + payloads.sentence(topology.writtenBy(service));
      case B ->
          log.structured()
              + " of "
              + log.lines()
              + " lines have every field"
              + (log.json() == 0
                  ? "; none is JSON"
                  : "; " + log.json() + " are JSON" + missing(log, "a line"));
      case C ->
          counts(log, PUBLISH, CONSUME, ACK, FAILED)
              + missing(log, PUBLISH.event())
              + missing(log, CONSUME.event());
      case D -> counts(log, CHANNEL_HEALTH);
      case E -> counts(log, STARTED, SHUTDOWN);
      case F ->
          log.correlated() + " of " + log.lines() + " lines can be joined by a correlation id";
    };
  }

  private static String counts(LogSurvey log, Lifecycle... kinds) {
    StringBuilder out = new StringBuilder();
    for (Lifecycle kind : kinds) {
      out.append(out.isEmpty() ? "" : ", ")
          .append(kind.event())
          .append(": ")
          .append(log.count(kind));
    }
    return out.toString();
  }

  private static String missing(LogSurvey log, String where) {
    Set<String> fields = log.missing(where);
    return fields.isEmpty() ? "" : "; " + where + " lacks " + String.join(", ", fields);
  }

  private List<String> places(String service, Requirement r) {
    Set<String> places = new LinkedHashSet<>();
    for (Finding f : byService.getOrDefault(service, List.of())) {
      if (r.concerns(f.ruleId())) {
        f.locations().stream().map(Location::toString).forEach(places::add);
        if (f.locations().isEmpty()) {
          places.addAll(f.texts("affectedFiles"));
        }
      }
    }
    if (places.isEmpty()) {
      places.addAll(code.of(service, r));
    }
    return places.stream().limit(r == Requirement.B ? FILES : PLACES).toList();
  }
}
