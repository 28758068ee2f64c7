package io.streamsmonitor.agents.config.env;

import io.streamsmonitor.agents.config.env.EnvVerdict.Status;
import io.streamsmonitor.agents.config.read.ConfigDocument;
import io.streamsmonitor.agents.config.read.ConfigEntry;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.EnvSetting;
import io.streamsmonitor.agents.config.read.ServiceMap;
import io.streamsmonitor.agents.config.read.SourceKind;
import io.streamsmonitor.agents.source.EnvRead;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sets what services need against what anybody sets. */
public final class EnvAudit {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");

  /** Set by shells, runtimes and clusters, or switches whose absence means off. */
  private static final Pattern PLATFORM =
      Pattern.compile(
          "NODE_ENV|NODE_OPTIONS|NODE_DEBUG|CI|DEBUG|HOME|HOSTNAME|USER|USERNAME|LOGNAME|PATH|PWD"
              + "|SHELL|TERM|TMPDIR|TEMP|TMP|TZ|LANG|LC_\\w+|JAVA_\\w+|NO_COLOR|FORCE_COLOR|npm_\\w+"
              + "|POD_\\w+|KUBERNETES_\\w+|MODE|DEV|PROD|SSR|BASE_URL|JEST_WORKER_ID|VERCEL\\w*");

  private final ConfigSources sources;
  private final Launch launch;
  private final Set<String> startable = new TreeSet<>();
  private final Map<String, List<EnvNeed>> needs = new TreeMap<>();

  public EnvAudit(
      SourceFacts facts,
      ConfigSources sources,
      ServiceMap services,
      List<ServiceSpec> fleet,
      Launch launch) {
    this.sources = sources;
    this.launch = launch;
    fleet.stream().filter(ServiceSpec::startable).forEach(s -> startable.add(s.name()));
    for (EnvRead read : facts.env()) {
      if (!read.test()) {
        String service = read.service().isEmpty() ? services.of(read.at().file()) : read.service();
        boolean optional = read.fallback() != null || PLATFORM.matcher(read.name()).matches();
        need(new EnvNeed(service, read.name(), optional, read.at()));
      }
    }
    for (ConfigDocument document : sources.documents()) {
      if (document.kind() == SourceKind.APPLICATION && document.profile().isEmpty()) {
        document.entries().forEach(entry -> placeholders(document.service(), entry));
      }
    }
  }

  private void placeholders(String service, ConfigEntry entry) {
    Matcher matcher = PLACEHOLDER.matcher(entry.value());
    while (matcher.find()) {
      need(new EnvNeed(service, matcher.group(1), matcher.group(2) != null, entry.at()));
    }
  }

  private void need(EnvNeed need) {
    needs
        .computeIfAbsent(need.service() + '\u0001' + need.name(), k -> new ArrayList<>())
        .add(need);
  }

  /** A verdict for each variable of each service, in their order. */
  public List<EnvVerdict> verdicts() {
    return needs.values().stream().map(this::verdict).toList();
  }

  /** Names of all variables that are needed, sorted. */
  public Set<String> required() {
    Set<String> names = new TreeSet<>();
    needs.values().forEach(list -> list.forEach(need -> names.add(need.name())));
    return names;
  }

  /** Whether anybody but an example sets the variable, for whatever service. */
  public boolean setAnywhere(String name) {
    return isSet(launch.environment().get(name))
        || sources.env().stream().anyMatch(s -> sets(s) && s.name().equals(name));
  }

  /** Whether the session starts the service, and so knows its environment. */
  public boolean known(String service) {
    return launch.known()
        && (service.isEmpty() ? !startable.isEmpty() : startable.contains(service));
  }

  private EnvVerdict verdict(List<EnvNeed> of) {
    EnvNeed need = of.get(0);
    boolean defaulted = of.stream().allMatch(EnvNeed::defaulted);
    if (!known(need.service())) {
      return new EnvVerdict(need.service(), need.name(), Status.UNKNOWN, "", of);
    }
    String by = setBy(need.service(), need.name());
    Status otherwise = defaulted ? Status.DEFAULTED : Status.MISSING;
    return new EnvVerdict(
        need.service(), need.name(), by.isEmpty() ? otherwise : Status.SET, by, of);
  }

  private String setBy(String service, String name) {
    for (EnvSetting setting : sources.env()) {
      boolean his =
          service.isEmpty() || setting.service().isEmpty() || setting.service().equals(service);
      if (his && sets(setting) && setting.name().equals(name)) {
        return setting.at().toString();
      }
    }
    return isSet(launch.environment().get(name)) ? "the environment of the session" : "";
  }

  private static boolean sets(EnvSetting setting) {
    String value = setting.value();
    return setting.kind() != SourceKind.TEMPLATE && (value == null || !value.isEmpty());
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isEmpty();
  }
}
