package io.streamsmonitor.core.session;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.workspace.Appender;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Watches over the session: health checks, supervision, exits of services, critical alerts. */
final class Orchestrator implements Agent {
  private static final Duration HEALTH = Duration.ofMinutes(2);
  private static final Duration SUPERVISION = Duration.ofSeconds(15);

  private final HealthCheck health;
  private final Supervisor supervisor;
  private final Appender alerts;
  private final Set<String> alerted = new HashSet<>();

  Orchestrator(HealthCheck health, Supervisor supervisor, Appender alerts) {
    this.health = health;
    this.supervisor = supervisor;
    this.alerts = alerts;
  }

  @Override
  public AgentId id() {
    return AgentId.ORCHESTRATOR;
  }

  @Override
  public void start(AgentContext context) {
    context.feed().all().forEach(this::alert);
    context.feed().subscribe(this::alert);
    context.on(ServiceExit.class, exit -> exited(exit, context));
    context.every(SUPERVISION, "supervision", supervisor::look);
    context.every(HEALTH, "health", () -> health.run(context));
  }

  private static void exited(ServiceExit exit, AgentContext context) {
    if (!exit.expected()) {
      context.report(
          Draft.of(SessionRules.SERVICE_EXITED)
              .service(exit.service())
              .severity(exit.crash() ? Severity.CRITICAL : Severity.HIGH)
              .title(
                  "Service "
                      + exit.service()
                      + " ended with exit code "
                      + exit.exitCode()
                      + " during the session")
              .evidence(
                  "pid "
                      + exit.pid()
                      + " of "
                      + exit.service()
                      + " ended at "
                      + Json.time(exit.at())
                      + " with exit code "
                      + exit.exitCode()));
    }
  }

  private synchronized void alert(Finding f) {
    if (f.open() && f.severity() == Severity.CRITICAL && alerted.add(f.findingId())) {
      alerts.line(
          Json.time(f.timestamp()) + " " + f.findingId() + " " + f.category() + " " + f.title());
    }
  }
}
