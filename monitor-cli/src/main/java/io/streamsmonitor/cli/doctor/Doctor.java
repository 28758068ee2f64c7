package io.streamsmonitor.cli.doctor;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.jedis.JedisProbe;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Looks at everything a session needs; starts nothing and writes nothing. */
public final class Doctor {
  private static final List<String> COMMANDS =
      List.of("XADD", "XREAD", "XREADGROUP", "XPENDING", "XINFO", "XACK", "XLEN", "XCLAIM");

  private final MonitorConfig config;
  private final UnaryOperator<String> environment;

  public Doctor(MonitorConfig config, UnaryOperator<String> environment) {
    this.config = config;
    this.environment = environment;
  }

  /** Every check, in the order in which a session would meet them. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.ok("java", Runtime.version().toString()));
    checks.add(workspace());
    checks.addAll(redis());
    config
        .fleet()
        .services()
        .forEach(
            service -> checks.add(ServiceChecks.of(service, environment, config.fleet().attach())));
    for (Path place : config.sources()) {
      if (!Files.exists(place)) {
        checks.add(Check.fails("sources", place + " does not exist"));
      }
    }
    return checks;
  }

  private Check workspace() {
    Path folder = config.session().workspace().toAbsolutePath();
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there != null && Files.isDirectory(there) && Files.isWritable(there)
        ? Check.ok("workspace", folder.toString())
        : Check.fails("workspace", folder + " cannot be made; choose another with --workspace");
  }

  private List<Check> redis() {
    MonitorConfig.RedisPart part = config.redis();
    if (part.url().equals("embedded")) {
      return List.of(Check.ok("redis", "comes with the monitor"));
    }
    if (!part.start().isEmpty() && !config.fleet().attach()) {
      String program = part.start().get(0);
      boolean found = ServiceChecks.found(program, config.base(), environment.apply("PATH"));
      return List.of(
          found
              ? Check.ok("redis", "is started by " + String.join(" ", part.start()))
              : Check.fails("redis", "command " + program + " was not found"));
    }
    String url = JedisProbe.displayUrl(part.url());
    try (RedisProbe probe =
        JedisProbe.connect(part.url(), StreamFilter.of(part.streams(), part.exclude()))) {
      return asked(probe, url);
    } catch (RedisUnavailable e) {
      return List.of(
          Check.fails("redis", e.getMessage() + "; start it, or name another with --redis"));
    }
  }

  private static List<Check> asked(RedisProbe probe, String url) throws RedisUnavailable {
    List<Check> checks = new ArrayList<>();
    probe.ping();
    Map<String, Boolean> known = probe.commands(COMMANDS);
    List<String> missing =
        COMMANDS.stream().filter(c -> !known.getOrDefault(c, Boolean.FALSE)).toList();
    String version = probe.info("server").getOrDefault("redis_version", "of unknown version");
    checks.add(
        missing.isEmpty()
            ? Check.ok("redis", version + " at " + url)
            : Check.fails("redis", version + " does not know " + String.join(", ", missing)));
    StreamPoll poll = probe.survey();
    checks.add(Check.ok("streams", poll.streams().size() + " found"));
    poll.gaps().forEach(gap -> checks.add(Check.fails("permission", gap)));
    return checks;
  }
}
