package io.streamsmonitor.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the code of each service works on streams, as the scan of the session saw it. */
final class CodePlaces {
  private record Use(
      boolean writes, String operation, String stream, String place, boolean judged) {}

  private final Map<String, List<Use>> uses = new HashMap<>();

  private CodePlaces() {}

  static CodePlaces of(Workspace workspace) throws IOException {
    CodePlaces places = new CodePlaces();
    Path file = workspace.config("facts.json");
    JsonNode facts =
        Files.exists(file)
            ? Json.tryRead(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            : null;
    if (facts != null) {
      facts.path("streams").forEach(places::add);
      facts.path("unresolved").forEach(places::add);
    }
    return places;
  }

  private void add(JsonNode use) {
    boolean writes = use.path("access").asText().equals("write");
    String place = use.path("file").asText() + ":" + use.path("line").asInt();
    uses.computeIfAbsent(use.path("service").asText(), k -> new ArrayList<>())
        .add(
            new Use(
                writes,
                use.path("operation").asText(),
                use.path("name").asText(),
                place,
                !use.path("reason").asText().endsWith(" is not read")));
  }

  /** Where the service has to be instrumented for this. */
  Set<String> of(String service, Requirement requirement) {
    Set<String> places = new LinkedHashSet<>();
    for (Use use : uses.getOrDefault(service, List.of())) {
      boolean wanted =
          switch (requirement) {
            case A -> use.operation().equals("ADD");
            case D -> !use.writes();
            default -> true;
          };
      if (wanted) {
        places.add(use.place());
      }
    }
    return places;
  }

  /** Whether the service's code was read and works on streams. */
  boolean knows(String service) {
    return uses.containsKey(service);
  }

  /** Whether rules looked at code of the service that works on streams. */
  boolean judged(String service) {
    return uses.getOrDefault(service, List.of()).stream().anyMatch(Use::judged);
  }

  /** Whether the service's code reads a stream. */
  boolean reads(String service) {
    return uses.getOrDefault(service, List.of()).stream().anyMatch(use -> !use.writes());
  }

  /** What is done at each place: {@code XADD on orders}. */
  Map<String, String> deeds(String service) {
    Map<String, String> deeds = new LinkedHashMap<>();
    for (Use use : uses.getOrDefault(service, List.of())) {
      String command = command(use.operation());
      if (!command.isEmpty()) {
        String on = use.stream().isEmpty() ? "" : " on `" + use.stream() + "`";
        deeds.putIfAbsent(use.place(), command + on);
      }
    }
    return deeds;
  }

  private static String command(String operation) {
    return switch (operation) {
      case "ADD" -> "XADD";
      case "READ" -> "XREAD";
      case "GROUP_READ" -> "XREADGROUP";
      case "ACK" -> "XACK";
      case "CLAIM" -> "XCLAIM";
      case "CREATE_GROUP" -> "XGROUP CREATE";
      default -> "";
    };
  }
}
