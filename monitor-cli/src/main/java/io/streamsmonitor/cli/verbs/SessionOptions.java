package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.Durations;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.config.MonitorConfig.GatePart;
import io.streamsmonitor.cli.config.MonitorConfig.RedisPart;
import io.streamsmonitor.cli.config.MonitorConfig.SessionPart;
import io.streamsmonitor.cli.config.MonitorConfigReader;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Flags that every verb with a session understands; a flag wins over monitor.yml. */
public final class SessionOptions {
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return Durations.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Option(names = "--config", paramLabel = "FILE", description = "Default: monitor.yml, if there.")
  @Nullable Path config;

  @Option(
      names = "--duration",
      paramLabel = "10m",
      converter = DurationConverter.class,
      description = "Length of the window.")
  @Nullable Duration duration;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The session folder.")
  @Nullable Path workspace;

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description =
          "redis://host:port, redis-sentinel://host:port/master, redis-cluster://host:port, rediss…"
              + " with TLS, or embedded.")
  @Nullable String redis;

  @Option(
      names = "--poll",
      paramLabel = "15s",
      converter = DurationConverter.class,
      description = "Time between two looks at the streams.")
  @Nullable Duration poll;

  @Option(names = "--attach", description = "Start and stop nothing; watch what runs.")
  boolean attach;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "AGENT",
      description =
          "log-watcher, stream-analyst, config-auditor, enhancement-scout; several with commas.")
  List<String> only = List.of();

  @Mixin OutputOptions output = new OutputOptions();

  @Option(
      names = "--new-only",
      description = "Let pass what monitor-baseline.json beside monitor.yml knows.")
  boolean newOnly;

  @Option(names = "--profile", paramLabel = "smart|strict", description = "How rules are taken.")
  @Nullable String profile;

  @Option(names = "--quiet", description = "Say nothing but the end.")
  boolean quiet;

  @Option(names = "--unredacted", description = "Leave secrets in evidence. Think twice.")
  boolean unredacted;

  /** The configuration with the flags laid over it. */
  MonitorConfig resolve(UnaryOperator<String> environment) throws ConfigError {
    return overlay(base(environment), Path.of("").toAbsolutePath());
  }

  private MonitorConfig base(UnaryOperator<String> environment) throws ConfigError {
    if (config != null) {
      return MonitorConfigReader.read(config, environment);
    }
    Path usual = Path.of("monitor.yml");
    return Files.exists(usual)
        ? MonitorConfigReader.read(usual, environment)
        : MonitorConfigReader.defaults(Path.of(""));
  }

  /** The configuration with the flags laid over it; relative flags start at {@code here}. */
  MonitorConfig overlay(MonitorConfig file, Path here) throws ConfigError {
    return new MonitorConfig(
        file.base(),
        over(file.session(), here),
        over(file.redis()),
        over(file.fleet()),
        file.sources(),
        file.docs(),
        over(file.thresholds()),
        over(file.gate()),
        file.suppress(),
        file.redact(),
        file.logPatterns(),
        output.formats.isEmpty() ? file.formats() : output.formats);
  }

  private SessionPart over(SessionPart file, Path here) {
    return new SessionPart(
        duration == null ? file.duration() : duration,
        workspace == null ? file.workspace() : here.resolve(workspace).normalize(),
        file.startupTimeout());
  }

  private RedisPart over(RedisPart file) {
    return redis == null
        ? file
        : new RedisPart(redis, List.of(), List.of(), file.streams(), file.exclude());
  }

  private FleetSpec over(FleetSpec file) {
    return attach
        ? new FleetSpec(file.base(), file.services(), file.start(), file.stop(), file.env(), true)
        : file;
  }

  private Thresholds over(Thresholds file) throws ConfigError {
    Thresholds polled = poll == null ? file : file.polling(poll);
    return profile == null ? polled : polled.as(choice(Profile.class, "--profile", profile));
  }

  private GatePart over(GatePart file) throws ConfigError {
    GatePart gate = output.over(file);
    return newOnly ? new GatePart(gate.failOn(), true, gate.max()) : gate;
  }

  static <E extends Enum<E>> E choice(Class<E> type, String flag, String text) throws ConfigError {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new ConfigError(
        flag
            + ": \""
            + text
            + "\" is not one of "
            + String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }
}
