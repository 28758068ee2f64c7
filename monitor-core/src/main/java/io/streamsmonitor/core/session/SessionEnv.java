package io.streamsmonitor.core.session;

import io.streamsmonitor.core.workspace.Files0600;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** session.env: a line {@code KEY=value} a fact, rewritten whole at each change. */
final class SessionEnv {
  private final Path file;
  private final Map<String, String> facts = new LinkedHashMap<>();

  SessionEnv(Path file) {
    this.file = file;
  }

  SessionEnv put(String key, String value) {
    facts.put(key, value.replace("\r", " ").replace("\n", " "));
    return this;
  }

  void write() {
    StringBuilder text = new StringBuilder();
    facts.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    Files0600.write(file, text.toString());
  }
}
