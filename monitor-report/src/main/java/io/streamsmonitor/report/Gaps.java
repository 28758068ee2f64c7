package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.log.LogSurvey;
import io.streamsmonitor.report.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what a session could not see. No data is never zero. */
final class Gaps {
  static final String CATEGORY = "COVERAGE_GAP";

  private static final String COST = "< 1 h";

  /** Gaps of the session's machinery that leave the agent's other eyes open. */
  private static final Set<String> PARTIAL =
      Set.of("session.rule-failed", "session.startup-lines-dropped");

  private static final Pattern GRANT = Pattern.compile("grant (\\+[a-z|]+)");

  private final SessionRecord session;
  private final List<Gap> out = new ArrayList<>();

  private Gaps(SessionRecord session) {
    this.session = session;
  }

  static List<Gap> of(SessionRecord session, Map<String, LogSurvey> logs, PollSeries polls) {
    Gaps gaps = new Gaps(session);
    gaps.said();
    gaps.services(logs);
    gaps.time();
    gaps.streams(polls);
    gaps.damage(logs, polls);
    return List.copyOf(gaps.out);
  }

  /** Whether the finding says that a whole agent, a whole service or Redis went unseen. */
  static boolean whole(Finding f) {
    if (!f.category().equals(CATEGORY) || !f.severity().atLeast(Severity.MEDIUM)) {
      return false;
    }
    String scope = f.text("scope");
    if (!scope.isEmpty()) {
      return List.of("agent", "service", "redis").contains(scope);
    }
    boolean part = PARTIAL.contains(f.ruleId());
    return !part && f.stream() == null && f.locations().isEmpty();
  }

  private void said() {
    for (Finding f : session.findings()) {
      if (f.category().equals(CATEGORY)) {
        String was = f.open() ? "" : " (seen again later)";
        String title = f.title().replaceFirst("^Not seen: ", "");
        String what = f.findingId() + ": " + title + was;
        out.add(new Gap(what, why(f, title), close(f, title), f.agentId(), COST, whole(f)));
      }
    }
  }

  /** What the title does not say already. */
  private static String why(Finding f, String title) {
    String evidence = f.evidence();
    return evidence.isEmpty() || title.contains(evidence) ? f.text("hypothesis") : evidence;
  }

  private static String close(Finding f, String title) {
    Matcher grant = GRANT.matcher(title);
    return grant.find()
        ? "Grant " + grant.group(1) + " to the Redis user of the monitor"
        : f.text("recommendation");
  }

  private void services(Map<String, LogSurvey> logs) {
    for (String service : session.services()) {
      LogSurvey log = logs.get(service);
      if (log == null || log.lines() == 0) {
        String how = log == null ? "no log file of it in the session" : "it wrote no line";
        add(
            "Service " + service + " was not heard",
            how + "; its errors, flows and health are unknown",
            "Let the monitor start "
                + service
                + ", or name a file that it writes to under `logs` of the service in monitor.yml",
            "LOG_WATCHER",
            true);
      }
    }
    for (Finding f : session.findings()) {
      if (f.category().equals("SERVICE_DOWN") && f.service() != null) {
        add(
            "Service " + f.service() + " did not run for the whole session",
            f.findingId() + ": " + f.title(),
            f.text("recommendation"),
            "LOG_WATCHER");
      }
    }
  }

  private void time() {
    Instant deadline = session.time("DEADLINE");
    Instant completed = session.time("COMPLETED");
    if (session.end() != SessionEnd.COMPLETE) {
      String reason = session.env().getOrDefault("END_REASON", "no reason was recorded");
      add(
          "The session is " + session.end().name().toLowerCase(Locale.ROOT),
          reason,
          "Run the whole window",
          "ORCHESTRATOR");
    }
    if (deadline != null && completed != null && completed.isBefore(deadline)) {
      String missing = Span.ofMillis(Duration.between(completed, deadline).toMillis());
      add("The last " + missing + " of the window", "the session ended early", "", "ORCHESTRATOR");
    }
  }

  private void streams(PollSeries polls) {
    boolean none =
        session.baseline().isEmpty()
            && session.finalState().isEmpty()
            && polls.count() > 0
            && polls.points().isEmpty()
            && polls.gaps().isEmpty();
    if (none) {
      return; // Redis was looked at, and holds no stream
    }
    if (session.baseline().isEmpty()) {
      String why = "there is nothing to compare the streams with";
      add("Streams before the session", why, "", "REDIS_STREAM_ANALYST");
    }
    if (session.finalState().isEmpty()) {
      String why = "unacknowledged messages, lag and drift at shutdown are unknown, not zero";
      add("Streams at shutdown", why, "", "REDIS_STREAM_ANALYST");
    }
    if (polls.count() == 0) {
      String why = "no poll was recorded: the course of lag and pending is unknown";
      add("Streams during the session", why, "", "REDIS_STREAM_ANALYST");
    }
    for (String gap : polls.gaps()) {
      if (out.stream()
          .noneMatch(known -> known.what().contains(gap) || known.why().contains(gap))) {
        add(gap, "a look at the streams says so", "", "REDIS_STREAM_ANALYST");
      }
    }
  }

  private void damage(Map<String, LogSurvey> logs, PollSeries polls) {
    int torn = session.damagedLines() + polls.damaged();
    if (torn > 0) {
      String what = Span.count(torn, "damaged line") + " in the session's own files";
      add(what, "findings or polls in them are lost", "Check the disk", "ORCHESTRATOR");
    }
    logs.forEach(
        (service, log) -> {
          if (log.cut() > 0) {
            String what = Span.count(log.cut(), "line") + " of " + service + " longer than 64 KiB";
            add(what, "only their beginning was read", "Log less in one line", "LOG_WATCHER");
          }
        });
  }

  private void add(String what, String why, String close, String agent) {
    add(what, why, close, agent, false);
  }

  private void add(String what, String why, String close, String agent, boolean whole) {
    out.add(new Gap(what, why, close, agent, COST, whole));
  }
}
