package io.streamsmonitor.core.session;

import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.fleet.Fleet;
import io.streamsmonitor.core.fleet.ServiceState;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.workspace.Appender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The two-minute check: agents, criticals, Redis, processes, length and lag of every stream. */
final class HealthCheck {
  private final RedisHost redis;
  private final Fleet fleet;
  private final Supervisor supervisor;
  private final Appender file;
  private final SessionListener listener;
  private @Nullable RedisProbe probe;

  HealthCheck(
      RedisHost redis,
      Fleet fleet,
      Supervisor supervisor,
      Appender file,
      SessionListener listener) {
    this.redis = redis;
    this.fleet = fleet;
    this.supervisor = supervisor;
    this.file = file;
    this.listener = listener;
  }

  /** Checks once; one line of health.jsonl. */
  void run(AgentContext context) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("at", Json.time(context.now()));
    check.put("agents", new TreeMap<>(supervisor.alive()));
    List<Finding> open = context.feed().open();
    check.put("criticals", open.stream().filter(f -> f.severity() == Severity.CRITICAL).count());
    check.put("findings", open.size());
    redis(check, context);
    Map<String, Object> services = new LinkedHashMap<>();
    for (ServiceState s : fleet.services()) {
      services.put(s.name(), s.alive());
    }
    check.put("services", services);
    file.line(Json.line(check));
    listener.health(Json.MAPPER.valueToTree(check));
  }

  private void redis(Map<String, Object> check, AgentContext context) {
    try {
      if (probe == null) {
        probe = redis.connect();
      }
      probe.ping();
      check.put("redis", "PONG");
      check.put("streams", probe.survey().streams().stream().map(HealthCheck::row).toList());
      context.report(Draft.of(SessionRules.REDIS_LOST).resolved("it answers again"));
    } catch (RedisUnavailable e) {
      disconnect();
      check.put("redis", "lost: " + e.getMessage());
      check.put("streams", List.of());
      context.report(
          Draft.of(SessionRules.REDIS_LOST)
              .title("Redis at " + redis.displayUrl() + " stopped answering")
              .evidence(String.valueOf(e.getMessage())));
    }
  }

  private void disconnect() {
    if (probe != null) {
      probe.close();
      probe = null;
    }
  }

  private static Map<String, Object> row(StreamSnapshot s) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", s.name().display());
    row.put("length", s.length());
    row.put("pending", s.groups().stream().mapToLong(GroupSnapshot::pending).sum());
    List<Long> lags = new ArrayList<>();
    s.groups().stream()
        .map(GroupSnapshot::lag)
        .filter(Objects::nonNull)
        .map(Lag::value)
        .forEach(lags::add);
    row.put("lag", lags.stream().mapToLong(Long::longValue).max().orElse(0));
    return row;
  }
}
