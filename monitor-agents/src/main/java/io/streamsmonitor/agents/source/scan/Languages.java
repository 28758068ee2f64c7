package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.SourceReader;
import io.streamsmonitor.agents.source.java.JavaReader;
import io.streamsmonitor.agents.source.script.Modules;
import io.streamsmonitor.agents.source.script.ScriptReader;
import org.jspecify.annotations.Nullable;

/** The reader of each language that sources are written in, told by the file's name. */
final class Languages implements SourceReader {
  private final SourceReader java = new JavaReader();
  private final SourceReader script = new ScriptReader();

  static boolean isSource(String name) {
    return name.endsWith(".java") || Modules.isScript(name);
  }

  @Override
  public @Nullable CodeFile read(String path, String service, boolean test, String text) {
    return (Modules.isScript(path) ? script : java).read(path, service, test, text);
  }
}
