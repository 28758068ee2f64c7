package io.streamsmonitor.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the Stream Analyst made of a stream at its newest look, by {@code polls.jsonl}.
 *
 * @param cap CAPPED, UNCAPPED or UNKNOWN
 * @param groups by name
 */
public record StreamJudgement(String cap, Map<String, OfGroup> groups) {
  private static final String UNKNOWN = "UNKNOWN";

  /** Nobody judged the stream. */
  public static final StreamJudgement NONE = new StreamJudgement(UNKNOWN, Map.of());

  /**
   * A group's part.
   *
   * @param state how the lag develops: OK, DRAINING, WARN, STALL, STOP, REWIND or UNKNOWN
   * @param oldestPendingMs since the first delivery of the entry that waits longest, as far as it
   *     was watched
   */
  public record OfGroup(String state, long oldestPendingMs) {}

  public StreamJudgement {
    groups = Map.copyOf(groups);
  }

  static StreamJudgement read(JsonNode stream) {
    Map<String, OfGroup> groups = new LinkedHashMap<>();
    for (JsonNode g : stream.path("groups")) {
      groups.put(
          g.path("name").asText(),
          new OfGroup(g.path("state").asText(UNKNOWN), g.path("oldestPendingMs").asLong()));
    }
    return new StreamJudgement(stream.path("cap").asText(UNKNOWN), groups);
  }

  /** The group's part; UNKNOWN where nobody judged it. */
  public OfGroup group(String name) {
    return groups.getOrDefault(name, new OfGroup(UNKNOWN, 0));
  }
}
