package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.script.Modules;
import java.nio.file.Path;

/**
 * A file that a scan found.
 *
 * @param path relative to the base of the scan, with {@code /}
 * @param service whose source it is, or ""
 * @param test whether its path says that it is test code
 * @param stamp its state when it was found
 */
record Source(Path file, String path, String service, boolean test, Stamp stamp) {

  /** The type that a file of this name declares. */
  String typeName() {
    if (isScript()) {
      return Modules.name(path);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : name;
  }

  boolean isScript() {
    return Modules.isScript(path);
  }
}
