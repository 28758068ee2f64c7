package io.streamsmonitor.core.fleet;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole fleet as monitor.yml describes it.
 *
 * @param base folder of monitor.yml; relative paths start there
 * @param start one command for every service, or empty
 * @param stop its counterpart, or empty
 * @param env given to everything that is started, {@code REDIS_URL} among it
 * @param attach whether nothing is to be started or stopped
 */
public record FleetSpec(
    Path base,
    List<ServiceSpec> services,
    List<String> start,
    List<String> stop,
    Map<String, String> env,
    boolean attach) {

  public FleetSpec {
    services = List.copyOf(services);
    start = List.copyOf(start);
    stop = List.copyOf(stop);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }

  /** The same fleet, with more given to everything that is started. */
  public FleetSpec withEnv(Map<String, String> more) {
    return new FleetSpec(base, services, start, stop, more, attach);
  }

  /** Names of the services, in the order of the file. */
  public List<String> names() {
    return services.stream().map(ServiceSpec::name).toList();
  }
}
