package io.streamsmonitor.agents.config.docs;

import io.streamsmonitor.core.finding.Location;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The documented message of a stream.
 *
 * @param fields top-level names
 * @param versioned whether the page speaks of the schema's version
 */
public record StreamSchema(String stream, Set<String> fields, boolean versioned, Location at) {

  public StreamSchema {
    fields = Collections.unmodifiableSet(new TreeSet<>(fields));
  }
}
