package io.streamsmonitor.core.fleet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose line it is, where one command runs every service: by the prefix of its runner, else by the
 * {@code service} field of a JSON line, else nobody's ({@link #FLEET}). A label that is no known
 * service counts where only a runner writes so, or where this runner was seen to write so. One
 * instance a source; not thread-safe.
 */
final class Attribution implements LineRouter {
  /** Whose the lines are that belong to no service: the runner's own. */
  static final String FLEET = "fleet";

  private static final int DISCOVERED_LIMIT = 64;
  private static final Set<String> SERVICE = Set.of("service", "service.name", "serviceName");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern CONTINUED =
      Pattern.compile("\\s|at |Caused by|Traceback|\\.\\.\\. \\d+ |[\\])}]");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,80}");

  private final ServiceNames names;
  private final Map<String, String> services = new HashMap<>();
  private final Set<String> discovered = new HashSet<>();
  private final Set<RunnerPrefix.Style> learnt = EnumSet.noneOf(RunnerPrefix.Style.class);
  private final Map<RunnerPrefix.Style, String> candidates =
      new EnumMap<>(RunnerPrefix.Style.class);
  private @Nullable String unprefixed;

  Attribution(Collection<String> known) {
    names = new ServiceNames(known);
  }

  @Override
  public Route route(byte[] buffer, int from, int to) {
    VisibleText text = new VisibleText(buffer, from, to);
    String line = text.toString();
    RunnerPrefix prefix = RunnerPrefix.of(line);
    if (prefix != null) {
      int skip = text.place(prefix.end());
      String service = ofPrefix(prefix, buffer, from + skip, to);
      if (service != null) {
        unprefixed = null;
        return new Route(service, skip);
      }
    }
    String service = ofJson(buffer, from, to);
    if (service == null && CONTINUED.matcher(line).lookingAt()) {
      service = unprefixed;
    }
    unprefixed = service;
    return new Route(service == null ? FLEET : service, 0);
  }

  private @Nullable String ofPrefix(RunnerPrefix prefix, byte[] buffer, int from, int to) {
    String label = prefix.label();
    String service = services.get(label);
    if (service == null) {
      service = names.known(label);
      if (service != null) {
        learn(prefix.style());
      } else {
        service = unknown(prefix, buffer, from, to);
      }
      if (service != null) {
        services.put(label, service);
      }
    }
    return service;
  }

  private @Nullable String unknown(RunnerPrefix prefix, byte[] buffer, int from, int to) {
    if (NUMBER.matcher(prefix.label()).matches()) {
      return ofJson(buffer, from, to); // concurrently without names counts its commands
    }
    String name = ServiceNames.unknown(prefix.label());
    boolean runner = prefix.sure() || learnt.contains(prefix.style()) || recurs(prefix, name);
    return name != null && runner ? discover(name) : null;
  }

  /** A second line in the same style, with no service known by name, makes it a runner's. */
  private boolean recurs(RunnerPrefix prefix, @Nullable String name) {
    if (name == null || names.anyKnown() || prefix.style() == RunnerPrefix.Style.COLON) {
      return false;
    }
    if (candidates.putIfAbsent(prefix.style(), name) != null) {
      learn(prefix.style());
    }
    return learnt.contains(prefix.style());
  }

  private void learn(RunnerPrefix.Style style) {
    if (style != RunnerPrefix.Style.COLON) {
      learnt.add(style);
    }
  }

  private @Nullable String ofJson(byte[] buffer, int from, int to) {
    Map<String, String> fields = JsonLine.fields(buffer, from, to, SERVICE);
    if (fields.isEmpty()) {
      return null;
    }
    String name = fields.values().iterator().next();
    String known = names.known(name);
    return known != null ? known : NAME.matcher(name).matches() ? discover(name) : null;
  }

  private @Nullable String discover(String name) {
    if (discovered.size() < DISCOVERED_LIMIT) {
      discovered.add(name);
    }
    return discovered.contains(name) ? name : null;
  }
}
