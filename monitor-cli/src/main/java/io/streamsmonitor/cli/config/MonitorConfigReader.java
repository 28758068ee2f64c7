package io.streamsmonitor.cli.config;

import io.streamsmonitor.cli.config.MonitorConfig.GatePart;
import io.streamsmonitor.cli.config.MonitorConfig.RedisPart;
import io.streamsmonitor.cli.config.MonitorConfig.SessionPart;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads monitor.yml into a {@link MonitorConfig}. */
public final class MonitorConfigReader {
  private static final Set<String> FORMATS =
      Set.of("md", "html", "json", "ndjson", "sarif", "junit", "github", "prometheus");

  private final Path base;

  private MonitorConfigReader(Path base) {
    this.base = base;
  }

  /**
   * The configuration of the file.
   *
   * @param environment value of a variable, or null where it is not set
   */
  public static MonitorConfig read(Path file, UnaryOperator<String> environment)
      throws ConfigError {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return new MonitorConfigReader(parent == null ? absolute : parent)
        .config(YamlFile.read(file, environment));
  }

  /** The configuration where there is no file: every default. */
  public static MonitorConfig defaults(Path base) throws ConfigError {
    return new MonitorConfigReader(base.toAbsolutePath().normalize())
        .config(new YamlNode(null, null, Map.of(), "defaults"));
  }

  private MonitorConfig config(YamlNode root) throws ConfigError {
    Section top =
        Section.of(
            "",
            root,
            "session",
            "redis",
            "fleet",
            "services",
            "sources",
            "docs",
            "thresholds",
            "gate",
            "suppress",
            "redact",
            "log-patterns",
            "report");
    Section session =
        Section.of(
            "session", top.node("session"), "duration", "workspace", "startup-timeout", "profile");
    return new MonitorConfig(
        base,
        session(session),
        redis(Section.of("redis", top.node("redis"), "url", "start", "stop", "streams", "exclude")),
        fleet(top),
        paths(top.texts("sources", List.of())),
        paths(top.texts("docs", List.of())),
        thresholds(session, top.node("thresholds")),
        gate(Section.of("gate", top.node("gate"), "fail-on", "new-only", "max")),
        suppressions(top),
        Patterns.secrets(Section.of("redact", top.node("redact"), "patterns")),
        Patterns.logPatterns(top),
        formats(Section.of("report", top.node("report"), "formats")));
  }

  private SessionPart session(Section s) throws ConfigError {
    return new SessionPart(
        positive(s, "duration", s.duration("duration", Duration.ofMinutes(10))),
        base.resolve(s.text("workspace", "monitor-session")),
        s.duration("startup-timeout", Duration.ofSeconds(30)));
  }

  private static Duration positive(Section s, String key, Duration value) throws ConfigError {
    if (value.isZero()) {
      throw s.error(key + " must be longer than nothing");
    }
    return value;
  }

  private RedisPart redis(Section s) throws ConfigError {
    return new RedisPart(
        s.text("url", "redis://127.0.0.1:6379"),
        s.command("start"),
        s.command("stop"),
        s.texts("streams", List.of("*")),
        s.texts("exclude", List.of()));
  }

  private FleetSpec fleet(Section top) throws ConfigError {
    Section fleet = Section.of("fleet", top.node("fleet"), "start", "stop");
    List<ServiceSpec> services = new ArrayList<>();
    Set<String> names = new HashSet<>();
    ServiceReader reader = new ServiceReader(base);
    for (YamlNode item : top.items("services")) {
      ServiceSpec service = reader.service(item);
      if (!names.add(service.name())) {
        throw item.error("two services are named \"" + service.name() + "\"");
      }
      services.add(service);
    }
    return new FleetSpec(
        base, services, fleet.command("start"), fleet.command("stop"), Map.of(), false);
  }

  private static Thresholds thresholds(Section session, @Nullable YamlNode node)
      throws ConfigError {
    Section t =
        Section.of(
            "thresholds",
            node,
            "poll",
            "lag",
            "time-lag",
            "pending-age",
            "deliveries",
            "silence",
            "repeat-window",
            "growth-polls");
    Thresholds d = Thresholds.DEFAULT;
    return new Thresholds(
        positive(t, "thresholds.poll", t.duration("poll", d.poll())),
        t.number("lag", d.lag()),
        t.duration("time-lag", d.timeLag()),
        t.duration("pending-age", d.pendingAge()),
        t.number("deliveries", d.deliveries()),
        t.duration("silence", d.silence()),
        t.duration("repeat-window", d.repeatWindow()),
        (int) t.number("growth-polls", d.growthPolls()),
        session.parsed("profile", Profile.SMART, text -> choice(Profile.class, text)));
  }

  private static GatePart gate(Section g) throws ConfigError {
    Map<Severity, Integer> max = new TreeMap<>();
    YamlNode limits = g.node("max");
    if (limits != null) {
      Section m = Section.of("gate.max", limits, "CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO");
      for (Severity severity : Severity.values()) {
        if (m.node(severity.name()) != null) {
          max.put(severity, (int) m.number(severity.name(), 0));
        }
      }
    }
    return new GatePart(failOn(g), g.flag("new-only", false), max);
  }

  private static @Nullable Severity failOn(Section g) throws ConfigError {
    String text = g.text("fail-on", "none");
    return text.equals("none")
        ? null
        : g.parsed("fail-on", Severity.CRITICAL, t -> choice(Severity.class, t));
  }

  private static List<Acceptance> suppressions(Section top) throws ConfigError {
    List<Acceptance> out = new ArrayList<>();
    for (YamlNode item : top.items("suppress")) {
      Section s =
          Section.of(
              "suppress", item, "rule", "stream", "service", "reason", "until", "max-severity");
      if (s.text("rule", "").isBlank() || s.text("reason", "").isBlank()) {
        throw item.error("a suppression needs a rule and a reason");
      }
      String until = s.optional("until");
      String worst = s.optional("max-severity");
      out.add(
          new Acceptance(
              s.text("rule", ""),
              s.optional("stream"),
              s.optional("service"),
              s.text("reason", ""),
              until == null ? null : s.parsed("until", LocalDate.EPOCH, MonitorConfigReader::date),
              worst == null
                  ? null
                  : s.parsed("max-severity", Severity.INFO, t -> choice(Severity.class, t))));
    }
    return out;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no date; write 2027-03-01", e);
    }
  }

  private static List<String> formats(Section s) throws ConfigError {
    List<String> formats = s.texts("formats", List.of("md", "html", "json"));
    for (String format : formats) {
      if (!FORMATS.contains(format)) {
        throw s.error(
            "report.formats: unknown format \""
                + format
                + "\"; did you mean \""
                + Nearest.of(format, FORMATS)
                + "\"?");
      }
    }
    return formats;
  }

  private List<Path> paths(List<String> texts) {
    return texts.stream().map(t -> base.resolve(t).normalize()).toList();
  }

  /** A constant of the enum by its name in any case. */
  static <E extends Enum<E>> E choice(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not one of " + String.join(", ", names));
  }
}
