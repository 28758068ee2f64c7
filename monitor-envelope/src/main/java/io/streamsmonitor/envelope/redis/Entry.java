package io.streamsmonitor.envelope.redis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stream entry as text.
 *
 * @param fields in the order of the entry; empty when the entry is pending but no longer stored
 */
public record Entry(String id, Map<String, String> fields) {
  public Entry {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
