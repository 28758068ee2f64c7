package io.streamsmonitor.agents;

import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.Session;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionListener;
import io.streamsmonitor.core.session.SessionPlan;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.testkit.ScriptedFleet;
import io.streamsmonitor.testkit.ScriptedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Ten virtual minutes of the four agents over three services that fail in several ways: a consumer
 * that falls behind while its calls time out, a trace, a secret, an XADD without MAXLEN.
 */
public final class WholeSession {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final List<String> NAMES = List.of("orders", "payments", "mail");

  private final Path sources;

  /** Writes the sources that the auditor and the scout read. */
  public WholeSession(Path sources) throws IOException {
    this.sources = sources;
    Path code = Files.createDirectories(sources.resolve("orders/src"));
    Files.writeString(
        code.resolve("Orders.java"),
        """
        import java.util.Map;
        import redis.clients.jedis.*;

        class Orders {
          void place(RedisClient jedis, String total) {
            try {
              jedis.xadd("orders", StreamEntryID.NEW_ENTRY, Map.of("total", total));
            } catch (RuntimeException e) {
            }
          }
        }
        """);
    Path config = Files.createDirectories(sources.resolve("payments/config"));
    Files.writeString(
        config.resolve("application.yml"),
        "redis: { consume: { stream: orders, group: payments } }\n");
  }

  /** Runs it into the folder. */
  public SessionEnd run(Path folder) throws IOException {
    VirtualClock clock = new VirtualClock();
    SessionEvents events = new SessionEvents();
    ScriptedRedis redis = new ScriptedRedis(clock::now, WholeSession::streams);
    FleetSpec fleet =
        new FleetSpec(
            sources,
            NAMES.stream().map(name -> ServiceSpec.of(name, List.of(name), sources)).toList(),
            List.of(),
            List.of(),
            Map.of(),
            false);
    StandardAgents agents =
        new StandardAgents(
            fleet, List.of(sources), List.of(), Thresholds.DEFAULT, redis::connect, Launch.UNKNOWN);
    SessionPlan plan =
        new SessionPlan(
            new Workspace(folder),
            WINDOW,
            Duration.ofSeconds(30),
            new Secrets(),
            List.of(),
            redis,
            (env, id) -> script(new ScriptedFleet(clock, events, NAMES)),
            List.copyOf(agents.all().values()),
            Map.of("PROFILE", "smart"));
    return new Session(plan, clock, events, SessionListener.NONE).run();
  }

  private static ScriptedFleet script(ScriptedFleet fleet) {
    for (int second = 1; second < WINDOW.toSeconds(); second += 2) {
      Instant at = VirtualClock.START.plusSeconds(second);
      for (String name : NAMES) {
        fleet.says(name, Duration.ofSeconds(second), line(name, at, "info", "handled " + second));
      }
      if (second > 120 && second % 20 == 1) {
        fleet.says(
            "payments",
            Duration.ofSeconds(second),
            line("payments", at, "error", "gateway: connection timed out after 3000 ms"));
      }
    }
    fleet.says("mail", Duration.ofSeconds(60), "password=" + "tr0ub4dor-" + "and-3");
    fleet.says("mail", Duration.ofSeconds(61), "java.lang.IllegalStateException: no template");
    fleet.says("mail", Duration.ofSeconds(61), "\tat shop.Mail.render(Mail.java:41)");
    return fleet;
  }

  private static String line(String service, Instant at, String level, String message) {
    return "{\"level\":\"%s\",\"timestamp\":\"%s\",\"service\":\"%s\",\"message\":\"%s\"}"
        .formatted(level, at, service, message);
  }

  private static List<StreamSnapshot> streams(Instant now) {
    long seconds = Math.max(0, Duration.between(VirtualClock.START, now).toSeconds());
    long length = 10 + seconds;
    long read = 10 + Math.min(seconds, 120);
    GroupSnapshot payments =
        new GroupSnapshot(
            Name.of("payments"),
            1,
            0,
            id(read),
            read,
            length - read,
            new Lag(length - read, true, "counted", length - read),
            List.of(),
            List.of(),
            true);
    return List.of(
        new StreamSnapshot(
            Name.of("orders"),
            new StreamMark(length, length, id(1), id(length), id(length), id(0)),
            EntrySample.of(List.of("total")),
            List.of(payments)));
  }

  private static StreamId id(long number) {
    return new StreamId(VirtualClock.START.toEpochMilli() - 10_000 + number * 1000, 0);
  }
}
