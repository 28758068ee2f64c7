package io.streamsmonitor.agents.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/knowledge.json}: what code told of the streams, so that replay needs no sources.
 */
public final class KnowledgeJson {
  private KnowledgeJson() {}

  /** What is known of these streams. */
  static Map<String, Object> of(StreamKnowledge knowledge, Collection<String> streams) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (String stream : streams) {
      Map<String, Object> known = new LinkedHashMap<>();
      known.put("producers", knowledge.producers(stream));
      known.put(
          "unlimited",
          knowledge.unlimited(stream).stream().map(l -> List.of(l.file(), l.line())).toList());
      Boolean capped = knowledge.capped(stream);
      if (capped != null) {
        known.put("capped", capped);
      }
      out.put(stream, known);
    }
    return out;
  }

  /** Reads it back. */
  public static StreamKnowledge read(JsonNode document) {
    return new StreamKnowledge() {
      @Override
      public List<String> producers(String stream) {
        List<String> out = new ArrayList<>();
        document.path(stream).path("producers").forEach(p -> out.add(p.asText()));
        return out;
      }

      @Override
      public List<Location> unlimited(String stream) {
        List<Location> out = new ArrayList<>();
        document
            .path(stream)
            .path("unlimited")
            .forEach(l -> out.add(new Location(l.path(0).asText(), l.path(1).asInt())));
        return out;
      }

      @Override
      public @Nullable Boolean capped(String stream) {
        JsonNode capped = document.path(stream).path("capped");
        return capped.isBoolean() ? Boolean.valueOf(capped.asBoolean()) : null;
      }
    };
  }
}
