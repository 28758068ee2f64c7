package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.read.ConfigDocument;
import io.streamsmonitor.agents.config.read.ConfigEntry;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.EnvSetting;
import io.streamsmonitor.agents.config.read.SourceKind;
import io.streamsmonitor.agents.source.EnvRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables that configuration asks for: {@code ${NAME:default}} in a service's own,
 * {@code ${NAME:-default}} in a compose file, and those that a framework binds to its settings.
 */
public final class EnvPlaceholders {
  private static final Pattern APPLICATION =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^{}]*))?}");

  private static final Pattern COMPOSE =
      Pattern.compile("(?<!\\$)\\$(?:\\{([A-Za-z_]\\w*)(?::?([-?+])([^{}]*))?}|([A-Za-z_]\\w*))");
  private static final Pattern BOUND =
      Pattern.compile("(?:SPRING|SERVER|MANAGEMENT|LOGGING|QUARKUS|MICRONAUT)_[A-Z0-9_]+");

  private EnvPlaceholders() {}

  /** Every place, in the order of files and lines. */
  public static List<EnvRead> of(ConfigSources sources) {
    List<EnvRead> out = new ArrayList<>();
    for (ConfigDocument document : sources.documents()) {
      if (document.kind() == SourceKind.APPLICATION) {
        document.entries().forEach(entry -> read(document.service(), entry, out));
      }
    }
    for (ConfigDocument document : sources.substituted()) {
      document.entries().forEach(entry -> substituted(entry, out));
    }
    sources.env().stream()
        .filter(s -> s.kind() != SourceKind.TEMPLATE)
        .flatMap(s -> bound(s, sources).stream())
        .forEach(out::add);
    return out;
  }

  private static void read(String service, ConfigEntry entry, List<EnvRead> out) {
    Matcher found = APPLICATION.matcher(entry.value());
    while (found.find()) {
      out.add(new EnvRead(service, found.group(1), found.group(2), entry.at(), false));
    }
  }

  private static void substituted(ConfigEntry entry, List<EnvRead> out) {
    String[] path = entry.key().split("\\.", 3);
    String service = path[0].equals("services") && path.length > 2 ? path[1] : "";
    Matcher found = COMPOSE.matcher(entry.value());
    while (found.find()) {
      String name = found.group(1) == null ? found.group(4) : found.group(1);
      String fallback = "-".equals(found.group(2)) ? found.group(3) : null;
      out.add(new EnvRead(service, name, fallback, entry.at(), false));
    }
  }

  /** A variable that nothing names, but a framework takes for the setting of its name. */
  private static Optional<EnvRead> bound(EnvSetting setting, ConfigSources sources) {
    boolean application = false;
    for (ConfigDocument document : sources.documents()) {
      if (document.kind() != SourceKind.APPLICATION) {
        continue;
      }
      application = true;
      boolean his = document.service().isEmpty() || setting.service().isEmpty();
      for (ConfigEntry entry : document.entries()) {
        if ((his || document.service().equals(setting.service()))
            && relaxed(entry.key()).equals(relaxed(setting.name()))) {
          return Optional.of(
              new EnvRead(document.service(), setting.name(), entry.value(), entry.at(), false));
        }
      }
    }
    return application && BOUND.matcher(setting.name()).matches()
        ? Optional.of(new EnvRead(setting.service(), setting.name(), null, setting.at(), false))
        : Optional.empty();
  }

  private static String relaxed(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
