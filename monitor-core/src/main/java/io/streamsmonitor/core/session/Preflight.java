package io.streamsmonitor.core.session;

import static java.util.stream.Collectors.joining;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.fleet.Fleet;
import io.streamsmonitor.core.fleet.ServiceState;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps 2 to 4 of the specification's checklist; each either succeeds, or says why the session
 * stops.
 */
final class Preflight {
  private static final Duration REDIS_LIMIT = Duration.ofSeconds(10);
  private static final List<String> COMMANDS =
      List.of("XADD", "XREAD", "XREADGROUP", "XPENDING", "XINFO", "XACK", "XLEN", "XCLAIM");

  private final SessionPlan plan;
  private final FindingDesk desk;
  private final SessionListener listener;

  Preflight(SessionPlan plan, FindingDesk desk, SessionListener listener) {
    this.plan = plan;
    this.desk = desk;
    this.listener = listener;
  }

  /** Redis answers, and knows the stream commands. */
  RedisProbe redis() throws PreflightFailed {
    RedisHost host = plan.redis();
    try {
      host.start(REDIS_LIMIT);
      RedisProbe probe = host.connect();
      probe.ping();
      Map<String, Boolean> known = probe.commands(COMMANDS);
      List<String> missing =
          COMMANDS.stream().filter(c -> !known.getOrDefault(c, Boolean.FALSE)).toList();
      String version = probe.info("server").getOrDefault("redis_version", "unknown");
      if (!missing.isEmpty()) {
        throw stop(
            SessionRules.COMMANDS_MISSING,
            "Redis "
                + version
                + " at "
                + host.displayUrl()
                + " does not know "
                + String.join(", ", missing));
      }
      listener.phase(
          "redis",
          (host.ours() ? "started " : "found ")
              + version
              + " at "
              + host.displayUrl()
              + ", "
              + COMMANDS.size()
              + "/"
              + COMMANDS.size()
              + " stream commands");
      return probe;
    } catch (RedisUnavailable | IOException e) {
      String said = String.valueOf(e.getMessage());
      throw stop(
          SessionRules.REDIS_UNREACHABLE,
          said.contains(host.displayUrl())
              ? said
              : "no Redis at " + host.displayUrl() + ": " + said);
    }
  }

  /** The fleet is started, and at least one of its services is ready. */
  Fleet fleet(String sessionId) throws PreflightFailed {
    Fleet fleet = plan.fleet().open(Map.of("REDIS_URL", plan.redis().url()), sessionId);
    try {
      fleet.start();
      fleet.awaitReady(plan.startupTimeout());
      judge(fleet.services());
      return fleet;
    } catch (IOException e) {
      fleet.close();
      throw stop(
          SessionRules.NO_SERVICE_READY, "the fleet could not be started: " + e.getMessage());
    } catch (PreflightFailed | RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  private void judge(List<ServiceState> services) throws PreflightFailed {
    List<ServiceState> down = services.stream().filter(s -> !s.ready()).toList();
    String limit = plan.startupTimeout().toSeconds() + " s";
    for (ServiceState s : down) {
      String how = how(s, limit);
      desk.accept(
          Draft.of(SessionRules.SERVICE_NOT_READY)
              .service(s.name())
              .title("Service " + s.name() + " " + how)
              .evidence(
                  s.lastLines().isEmpty() ? "it wrote nothing" : String.join("\n", s.lastLines())));
      listener.phase("services", "CRITICAL " + s.name() + " " + how);
    }
    if (!services.isEmpty() && down.size() == services.size()) {
      throw stop(
          SessionRules.NO_SERVICE_READY,
          "none of "
              + services.size()
              + " services became ready: "
              + down.stream().map(s -> s.name() + " " + how(s, limit)).collect(joining("; ")));
    }
    listener.phase(
        "services",
        (services.size() - down.size()) + "/" + services.size() + " ready" + slowest(services));
  }

  private static String how(ServiceState s, String limit) {
    if (s.exitCode() != null) {
      return "ended with exit code " + s.exitCode();
    }
    return s.alive() || s.lastLines().isEmpty()
        ? "was not ready in " + limit
        : s.lastLines().get(s.lastLines().size() - 1);
  }

  private static String slowest(List<ServiceState> services) {
    return services.stream()
        .filter(s -> s.readyMs() >= 0)
        .max(Comparator.comparingLong(ServiceState::readyMs))
        .map(s -> ", slowest " + s.name() + " " + s.readyMs() + " ms (" + words(s) + ")")
        .orElse("");
  }

  private static String words(ServiceState s) {
    String words = String.valueOf(s.readyBy());
    return words.length() > 60 ? words.substring(0, 60) + "…" : words;
  }

  /** The baseline of every stream, or null where Redis refuses it. */
  @Nullable StreamState baseline(RedisProbe probe, Workspace workspace) {
    try {
      StreamState state = StreamState.capture(probe);
      state.write(workspace.baseline());
      Files0600.write(workspace.discoveredStreams(), state.names());
      listener.phase(
          "baseline",
          state.poll().streams().size()
              + (state.poll().streams().size() == 1 ? " stream" : " streams"));
      return state;
    } catch (RedisUnavailable e) {
      desk.accept(
          Draft.of(SessionRules.BASELINE_FAILED)
              .qualifier("baseline")
              .evidence(String.valueOf(e.getMessage())));
      return null;
    }
  }

  private PreflightFailed stop(RuleInfo rule, String sentence) {
    desk.accept(Draft.of(rule).title(sentence).evidence(sentence));
    return new PreflightFailed(sentence);
  }
}
