package io.streamsmonitor.agents.config.read;

import java.util.List;

/**
 * One document of one file; a file of several documents gives several.
 *
 * @param file relative to where the scan started
 * @param service whose it is, or ""
 * @param profile it is for, or "" where it always holds
 */
public record ConfigDocument(
    String file, String service, SourceKind kind, String profile, List<ConfigEntry> entries) {

  public ConfigDocument {
    entries = List.copyOf(entries);
  }
}
