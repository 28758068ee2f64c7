package io.streamsmonitor.agents.source;

import io.streamsmonitor.core.fleet.ServiceSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * What a scan looks at.
 *
 * @param base where paths in findings start; absolute
 * @param services with their own sources and configuration, absolute paths
 * @param sources of the whole fleet, absolute paths
 * @param docs files and folders, absolute paths
 */
public record ScanScope(
    Path base, List<ServiceSpec> services, List<Path> sources, List<Path> docs) {

  public ScanScope {
    services = List.copyOf(services);
    sources = List.copyOf(sources);
    docs = List.copyOf(docs);
  }
}
