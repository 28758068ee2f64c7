package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.agents.StandardAgents;
import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.logs.follow.LogFollower;
import io.streamsmonitor.agents.logs.follow.LogPlace;
import io.streamsmonitor.agents.replay.ReplaySettings;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.jedis.JedisProbe;
import io.streamsmonitor.agents.streams.jedis.RedisAdmin;
import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.redis.ForeignRedis;
import io.streamsmonitor.cli.redis.OwnRedis;
import io.streamsmonitor.cli.redis.ProbeConnector;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.fleet.Fleet;
import io.streamsmonitor.core.fleet.LineTap;
import io.streamsmonitor.core.fleet.ProcessFleet;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.session.SessionPlan;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a session, put together from the configuration; read it top to bottom. */
final class SessionWiring implements AutoCloseable {
  private static final int REDIS_PORT = 6379;

  private final MonitorConfig config;
  private final SessionOptions options;
  private final SessionClock clock;
  private final SessionEvents events;
  private final Workspace workspace;
  private final RedisHost redis;
  private @Nullable LineTap tap;
  private volatile @Nullable Fleet fleet;
  private volatile @Nullable LogFollower follower;

  SessionWiring(
      MonitorConfig config, SessionOptions options, SessionClock clock, SessionEvents events)
      throws ConfigError, IOException {
    this.config = config;
    this.options = options;
    this.clock = clock;
    this.events = events;
    this.workspace = new Workspace(config.session().workspace());
    this.redis = redisHost();
  }

  SessionPlan plan() throws ConfigError {
    Redactor redactor = options.unredacted ? Redactor.NONE : secrets();
    return new SessionPlan(
        workspace,
        config.session().duration(),
        config.session().startupTimeout(),
        redactor,
        config.suppress(),
        redis,
        this::openFleet,
        agents(),
        facts());
  }

  private Fleet openFleet(Map<String, String> env, String sessionId) {
    Fleet opened =
        new ProcessFleet(
            config.fleet().withEnv(env), tap(), workspace, clock, events::publish, sessionId);
    fleet = opened;
    follow();
    return opened;
  }

  /** Before anything is started: what services write to their files from now on is theirs. */
  private void follow() {
    LogFollower files =
        new LogFollower(
            clock, tap(), workspace.root(), LogPlace.of(config.fleet()), events::publish);
    follower = files;
    files.begin();
  }

  /** Opened when the session folder is there. */
  private synchronized LineTap tap() {
    if (tap == null) {
      tap = new LineTap(workspace, clock::now, events::publish);
    }
    return tap;
  }

  private List<Supplier<Agent>> agents() throws ConfigError {
    StandardAgents standard =
        new StandardAgents(
                config.fleet(),
                config.sources(),
                config.docs(),
                config.thresholds(),
                redis::connect,
                launch())
            .watchingFor(config.logPatterns(), secrets())
            .remembering(workspace.cache(), secrets());
    Map<AgentId, Supplier<Agent>> all = standard.all();
    List<String> known = all.keySet().stream().map(AgentId::slug).toList();
    for (String name : options.only) {
      if (!known.contains(name)) {
        throw new ConfigError("--only: no agent \"" + name + "\"; there are " + known);
      }
    }
    return all.entrySet().stream()
        .filter(e -> options.only.isEmpty() || options.only.contains(e.getKey().slug()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Launch launch() {
    if (config.fleet().attach()) {
      return Launch.UNKNOWN;
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("REDIS_URL", redis.url());
    return new Launch(environment, true);
  }

  private Secrets secrets() {
    return new Secrets(List.copyOf(config.redact()));
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("PROFILE", config.thresholds().profile().name().toLowerCase(Locale.ROOT));
    facts.put("ATTACH", Boolean.toString(config.fleet().attach()));
    facts.put("THRESHOLDS", config.thresholds().toString());
    facts.put(
        "SETTINGS",
        new ReplaySettings(
                config.thresholds(),
                config.redact(),
                config.logPatterns(),
                config.suppress(),
                options.unredacted)
            .line());
    facts.put(
        "RULES", RuleCatalogue.all().stream().map(RuleInfo::id).collect(Collectors.joining(",")));
    return facts;
  }

  private RedisHost redisHost() throws ConfigError, IOException {
    MonitorConfig.RedisPart part = config.redis();
    StreamFilter filter = StreamFilter.of(part.streams(), part.exclude());
    ProbeConnector connector = url -> JedisProbe.connect(url, filter);
    if (part.url().equals("embedded")) {
      return OwnRedis.embedded(workspace.cache(), streamsFolder(), connector, SessionWiring::save);
    }
    if (!part.start().isEmpty() && !config.fleet().attach()) {
      return OwnRedis.command(
          port(part.url()),
          streamsFolder(),
          part.start(),
          part.stop(),
          connector,
          SessionWiring::save);
    }
    return new ForeignRedis(part.url(), JedisProbe.displayUrl(part.url()), connector);
  }

  private Path streamsFolder() {
    return workspace.root().resolve("streams");
  }

  private static void save(String url, Duration limit) throws RedisUnavailable {
    try (RedisAdmin admin = RedisAdmin.connect(url)) {
      admin.save(limit);
    }
  }

  private static int port(String url) throws ConfigError {
    try {
      int port = URI.create(url).getPort();
      return port < 0 ? REDIS_PORT : port;
    } catch (IllegalArgumentException e) {
      throw new ConfigError("redis.url: \"" + url + "\" is no URL; write redis://127.0.0.1:6379");
    }
  }

  /** Ends at once what was started. */
  void kill() {
    Fleet running = fleet;
    if (running != null) {
      running.close();
    }
    redis.close();
  }

  @Override
  public synchronized void close() {
    kill();
    LogFollower files = follower;
    if (files != null) {
      files.close();
    }
    if (tap != null) {
      tap.close();
    }
  }
}
