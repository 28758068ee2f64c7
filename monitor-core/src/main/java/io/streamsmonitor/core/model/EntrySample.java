package io.streamsmonitor.core.model;

import java.util.List;

/**
 * What a look saw of a stream's entries. Never a payload value.
 *
 * @param fields field names of the newest entry; empty where not looked at
 * @param shapes every different list of field names among the entries looked at
 * @param origins services that the envelopes of these entries name as their origin
 */
public record EntrySample(List<String> fields, List<List<String>> shapes, List<String> origins) {
  /** Of a stream whose entries were not looked at. */
  public static final EntrySample NONE = of(List.of());

  public EntrySample {
    fields = List.copyOf(fields);
    shapes = List.copyOf(shapes);
    origins = List.copyOf(origins);
  }

  /** Of the newest entry alone. */
  public static EntrySample of(List<String> fields) {
    return new EntrySample(fields, List.of(), List.of());
  }
}
