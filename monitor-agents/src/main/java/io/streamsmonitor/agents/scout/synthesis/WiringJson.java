package io.streamsmonitor.agents.scout.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code config/wiring.json}: who writes and reads what, so that replay needs no sources. */
public final class WiringJson {
  private WiringJson() {}

  static Map<String, Object> of(Wiring wiring) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("writers", wiring.writers());
    out.put("readers", wiring.readers());
    out.put("owners", wiring.owners());
    Map<String, Object> places = new LinkedHashMap<>();
    wiring
        .places()
        .forEach(
            (stream, at) ->
                places.put(
                    stream, at.stream().map(l -> List.<Object>of(l.file(), l.line())).toList()));
    out.put("places", places);
    return out;
  }

  /** Reads it back. */
  public static Wiring read(JsonNode document) {
    Map<String, List<Location>> places = new LinkedHashMap<>();
    document
        .path("places")
        .properties()
        .forEach(
            e -> {
              List<Location> at = new ArrayList<>();
              e.getValue()
                  .forEach(l -> at.add(new Location(l.path(0).asText(), l.path(1).asInt())));
              places.put(e.getKey(), at);
            });
    return new Wiring(
        sets(document.path("writers")),
        sets(document.path("readers")),
        sets(document.path("owners")),
        places);
  }

  private static Map<String, Set<String>> sets(JsonNode node) {
    Map<String, Set<String>> out = new TreeMap<>();
    node.properties()
        .forEach(
            e -> {
              Set<String> names = new TreeSet<>();
              e.getValue().forEach(n -> names.add(n.asText()));
              out.put(e.getKey(), names);
            });
    return out;
  }
}
