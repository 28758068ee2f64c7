package io.streamsmonitor.agents.config.declare;

import io.streamsmonitor.agents.config.read.MonitorFile;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All declarations of a fleet, whoever makes them. */
public final class Declarations {
  private final List<Declaration> all;

  public Declarations(List<Declaration> all) {
    this.all = List.copyOf(all);
  }

  /** What monitor.yml's publishes and consumes say. */
  public static List<Declaration> monitorFile(List<ServiceSpec> services, MonitorFile file) {
    List<Declaration> out = new ArrayList<>();
    for (ServiceSpec service : services) {
      for (String stream : service.publishes()) {
        out.add(
            new Declaration(
                service.name(),
                stream,
                "",
                Role.PUBLISHES,
                Origin.MONITOR,
                "publishes",
                true,
                file.publishes(service.name(), stream)));
      }
      for (ServiceSpec.Consumption c : service.consumes()) {
        out.add(
            new Declaration(
                service.name(),
                c.stream(),
                c.group(),
                Role.CONSUMES,
                Origin.MONITOR,
                "consumes",
                true,
                file.consumes(service.name(), c.stream(), c.group())));
      }
    }
    return out;
  }

  public List<Declaration> all() {
    return all;
  }

  /** Whether anybody but code names the stream. */
  public boolean mention(String stream) {
    return all.stream().anyMatch(d -> d.stream().equals(stream));
  }

  /** Whether anybody but code names any stream for sure. */
  public boolean any() {
    return all.stream().anyMatch(d -> d.sure() && !d.stream().isEmpty());
  }

  /** Declarations with a group that are sure; of the service and those of nobody in particular. */
  public List<Declaration> groups(String service, String stream) {
    return all.stream()
        .filter(d -> d.sure() && d.stream().equals(stream) && !d.group().isEmpty())
        .filter(d -> d.service().equals(service))
        .toList();
  }

  /** Names of streams, sorted. */
  public Set<String> streams(Origin origin) {
    Set<String> names = new TreeSet<>();
    all.stream()
        .filter(d -> d.origin() == origin && !d.stream().isEmpty())
        .forEach(d -> names.add(d.stream()));
    return names;
  }
}
