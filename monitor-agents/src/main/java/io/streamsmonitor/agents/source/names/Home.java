package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.TypeFacts;

/** A type and the file it stands in. */
public record Home(CodeFile file, TypeFacts type) {

  /** The name with its package. */
  public String qualified() {
    return file.pkg().isEmpty() ? type.path() : file.pkg() + "." + type.path();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Home h && h.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }
}
