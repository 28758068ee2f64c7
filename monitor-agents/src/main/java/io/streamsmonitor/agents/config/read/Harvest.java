package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.List;

/** What the readers have found so far. */
final class Harvest {
  final List<ConfigDocument> documents = new ArrayList<>();
  final List<ConfigDocument> substituted = new ArrayList<>();
  final List<EnvSetting> env = new ArrayList<>();
  final List<EnvFile> envFiles = new ArrayList<>();
  final List<PortBinding> ports = new ArrayList<>();
  final List<LibraryUse> libraries = new ArrayList<>();
  final List<SchemaFile> schemas = new ArrayList<>();
  final List<DuplicateKey> duplicates = new ArrayList<>();
  final List<SourceGap> gaps = new ArrayList<>();

  void gap(String file, int line, String reason) {
    gaps.add(new SourceGap(new Location(file, Math.max(1, line)), reason));
  }
}
