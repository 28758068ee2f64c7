package io.streamsmonitor.agents.config.declare;

import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.core.finding.Location;
import org.jspecify.annotations.Nullable;

/** A stream operation in code with its names resolved. */
public record CodeUse(String service, StreamUse use, CodeName stream, @Nullable CodeName group) {

  public Location at() {
    return use.at();
  }

  /** The group, where the operation has one and it is certain; else "". */
  public String groupText() {
    return group != null && group.single() ? group.texts().get(0) : "";
  }

  /** The stream, where it is certain; else "". */
  public String streamText() {
    return stream.single() ? stream.texts().get(0) : "";
  }
}
