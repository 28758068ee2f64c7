package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets what configuration, documents and monitor.yml declare against what code and Redis do: at the
 * start, at half time, and at the close.
 */
public final class ConfigAuditor implements Agent {
  /** Redis could not be asked; what is declared could not be set against it. */
  public static final RuleInfo REDIS_UNSEEN =
      RuleInfo.of(
          "config.redis-unseen",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "Redis could not be asked for streams and groups",
          "Declared groups and streams could not be set against Redis; silence is not health.",
          "Give the monitor a Redis that answers, and the permissions of the documentation.");

  /** The sources could not be scanned; code takes no part in the audit. */
  public static final RuleInfo CODE_UNSEEN =
      RuleInfo.of(
          "config.code-unseen",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "The sources could not be scanned",
          "What code does could not be set against what is declared; silence is not health.",
          "Report the failure with the session folder.");

  private static final Logger log = LoggerFactory.getLogger(ConfigAuditor.class);

  private final Supplier<FleetConfig> config;
  private final Supplier<SourceFacts> facts;
  private final @Nullable Callable<RedisProbe> redis;
  private final Launch launch;
  private final Rules<ConfigView> rules = Rules.load(ConfigRule.class);
  private @Nullable FleetReading reading;
  private @Nullable Set<String> baseline;
  private boolean halfTime;
  private String phase = "A";

  /**
   * An auditor of one session.
   *
   * @param config of the fleet; asked at the start and at the close, on the agent's lane
   * @param facts what code does; asked at the start and at the close, on the agent's lane
   * @param redis makes a connection for each look; null where there is no Redis to ask
   */
  public ConfigAuditor(
      Supplier<FleetConfig> config,
      Supplier<SourceFacts> facts,
      @Nullable Callable<RedisProbe> redis,
      Launch launch) {
    this.config = config;
    this.facts = facts;
    this.redis = redis;
    this.launch = launch;
  }

  @Override
  public AgentId id() {
    return AgentId.CONFIG_AUDITOR;
  }

  @Override
  public Map<String, Object> heartbeat() {
    return Map.of("phase", phase);
  }

  @Override
  public void start(AgentContext context) {
    AuditFiles files = new AuditFiles(context.workspace());
    Pronouncements said = new Pronouncements(context::report);
    context.at(0.5, "runtime check", () -> halfTime(context, files, said));
    context.at(1.0, "closing check", () -> close(context, files, said));
    Live live = look(context, false);
    read(context, files, live);
    if (live != null) {
      files.redisGroups(live);
    }
    judge(live, said, "at the start");
    log.info("configuration and documents read");
  }

  private void halfTime(AgentContext context, AuditFiles files, Pronouncements said) {
    phase = "B";
    halfTime = true;
    Live live = look(context, true);
    if (live != null) {
      files.redisGroups(live);
      files.runtime(live);
    }
    judge(live, said, "at half time");
  }

  private void close(AgentContext context, AuditFiles files, Pronouncements said) {
    phase = "C";
    Live live = look(context, true);
    read(context, files, live);
    if (live != null) {
      files.redisGroups(live);
      files.runtimeGroups(live);
      if (!halfTime) {
        files.runtime(live);
      }
    }
    judge(live, said, "at the close");
  }

  private void read(AgentContext context, AuditFiles files, @Nullable Live live) {
    SourceFacts code = SourceFacts.NONE;
    try {
      code = facts.get();
    } catch (RuntimeException | StackOverflowError e) {
      log.warn("sources could not be scanned", e);
      context.report(Draft.of(CODE_UNSEEN).service("cross-service").evidence(e.toString()));
    }
    context.progress();
    FleetReading next = FleetReading.of(config.get(), code, launch);
    files.declarations(next.view(live), code);
    reading = next;
  }

  private void judge(@Nullable Live live, Pronouncements said, String moment) {
    FleetReading current = reading;
    if (current != null) {
      Map<String, Draft> drafts = new LinkedHashMap<>();
      Exempted exempted = new Exempted(current.base());
      rules.check(
          current.view(live),
          draft -> {
            if (!exempted.covers(draft)) {
              drafts.put(draft.key(), draft);
            }
          });
      said.say(drafts, live != null || redis == null, moment);
    }
  }

  private @Nullable Live look(AgentContext context, boolean settled) {
    Callable<RedisProbe> connect = redis;
    if (connect == null) {
      return null;
    }
    try (RedisProbe probe = connect.call()) {
      StreamPoll poll = probe.survey();
      return new Live(settled, poll.streams(), baseline(context, poll), payloads(probe, poll));
    } catch (Exception e) {
      String why = String.valueOf(e.getMessage());
      context.report(Draft.of(REDIS_UNSEEN).service("cross-service").evidence(why));
      return null;
    }
  }

  /** What entries of the streams with a documented schema hold, one JSON text deep. */
  private Map<String, Set<String>> payloads(RedisProbe probe, StreamPoll poll)
      throws RedisUnavailable {
    Map<String, Set<String>> out = new LinkedHashMap<>();
    FleetReading current = reading;
    Set<String> documented = current == null ? Set.of() : current.view(null).schemas().keySet();
    for (StreamSnapshot stream : poll.streams()) {
      String name = stream.name().display();
      if (documented.contains(name)) {
        out.put(name, probe.payloadFields(stream.name()));
      }
    }
    return out;
  }

  /** The streams of the session's baseline; of the first look where there is none. */
  private Set<String> baseline(AgentContext context, StreamPoll poll) {
    Set<String> known = baseline;
    if (known == null) {
      known = discovered(context);
      if (known.isEmpty()) {
        known = poll.streams().stream().map(s -> s.name().display()).collect(Collectors.toSet());
      }
      baseline = known;
    }
    return known;
  }

  private static Set<String> discovered(AgentContext context) {
    try {
      List<String> lines = Files.readAllLines(context.workspace().discoveredStreams());
      return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }
}
