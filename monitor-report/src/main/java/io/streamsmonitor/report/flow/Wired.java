package io.streamsmonitor.report.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who works on which stream by the account of configuration and code, of {@code wiring.json}.
 *
 * @param writers services by stream
 * @param readers services by stream
 * @param owners services by {@code stream/group}
 */
public record Wired(
    Map<String, Set<String>> writers,
    Map<String, Set<String>> readers,
    Map<String, Set<String>> owners) {
  /** Nobody said anything. */
  public static final Wired NOTHING = new Wired(Map.of(), Map.of(), Map.of());

  public static Wired of(Workspace workspace) throws IOException {
    Path file = workspace.config("wiring.json");
    JsonNode node = Files.exists(file) ? Json.tryRead(Files.readString(file)) : null;
    return node == null
        ? NOTHING
        : new Wired(
            services(node.path("writers")),
            services(node.path("readers")),
            services(node.path("owners")));
  }

  private static Map<String, Set<String>> services(JsonNode node) {
    Map<String, Set<String>> out = new TreeMap<>();
    node.properties()
        .forEach(
            e -> {
              Set<String> services = new TreeSet<>();
              e.getValue().forEach(service -> services.add(service.asText()));
              out.put(e.getKey(), services);
            });
    return out;
  }

  /** Tells the topology and the readers what is known. */
  public void tell(Topology topology, StreamReaders streams) {
    writers.forEach((stream, by) -> by.forEach(service -> topology.writes(service, stream)));
    readers.forEach(
        (stream, by) ->
            by.forEach(
                service -> {
                  topology.reads(service, stream);
                  streams.reads(service, stream, null);
                }));
    owners.forEach(
        (place, by) -> {
          int slash = place.lastIndexOf('/');
          String stream = place.substring(0, Math.max(0, slash));
          String group = place.substring(slash + 1);
          by.forEach(
              service -> {
                topology.reads(service, stream, group);
                streams.reads(service, stream, group);
              });
        });
  }
}
