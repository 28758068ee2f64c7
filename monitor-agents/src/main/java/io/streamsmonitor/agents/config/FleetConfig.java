package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.ScopeFiles;
import io.streamsmonitor.agents.config.read.ServiceMap;
import io.streamsmonitor.agents.config.read.Settings;
import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import java.nio.file.Path;
import java.util.Set;

/**
 * The configuration of a fleet as it stood at one moment, for everybody who asks about that moment.
 *
 * @param files that the fleet is made of, absolute, sorted
 * @param values what code that asks for a key is given
 */
public record FleetConfig(
    ScanScope scope,
    ServiceMap owners,
    Set<Path> files,
    ConfigSources sources,
    ConfigValues values) {

  /** Reads every configuration source of the scope. */
  public static FleetConfig read(ScanScope scope) {
    return read(scope, new Folders());
  }

  /** The same with what is seen of the folders so far. */
  public static FleetConfig read(ScanScope scope, Folders folders) {
    ServiceMap owners = new ServiceMap(scope);
    Set<Path> files = ScopeFiles.of(scope, folders);
    ConfigSources sources = ConfigSources.read(scope, owners, files);
    return new FleetConfig(scope, owners, files, sources, new Settings(sources, owners));
  }
}
