package io.streamsmonitor.core.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A finding as the specification's JSON object, and back. */
public final class FindingJson {
  private static final Set<String> OWN =
      Set.of(
          "agentId",
          "findingId",
          "category",
          "severity",
          "title",
          "service",
          "stream",
          "consumerGroup",
          "consumer",
          "correlationId",
          "timestamp",
          "priority",
          "ruleId",
          "status",
          "firstSeen",
          "lastSeen",
          "occurrences",
          "fingerprint",
          "resolution",
          "qualifier",
          "evidenceRefs",
          "locations",
          "related");

  private FindingJson() {}

  /** The finding's fields in the order of its agent's format; absent ones are left out. */
  public static Map<String, Object> fields(Finding f) {
    Map<String, Object> known = known(f);
    Map<String, Object> out = new LinkedHashMap<>();
    for (String head : List.of("agentId", "findingId", "category", "severity", "title")) {
      move(known, head, out);
    }
    for (String field : FindingFields.of(f.agentId())) {
      if (!known.containsKey(field) && FindingFields.isList(field)) {
        known.put(field, List.of());
      }
      move(known, field, out);
    }
    out.putAll(known);
    return out;
  }

  /** One line of JSON, without line end. */
  public static String line(Finding f) {
    return Json.line(fields(f));
  }

  private static Map<String, Object> known(Finding f) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("agentId", f.agentId());
    all.put("findingId", f.findingId());
    all.put("category", f.category());
    all.put("severity", f.severity().name());
    all.put("title", f.title());
    put(all, "service", f.subject().service());
    put(all, "stream", f.subject().stream());
    put(all, "consumerGroup", f.subject().group());
    put(all, "consumer", f.subject().consumer());
    all.put("timestamp", Json.time(f.timestamp()));
    put(all, "correlationId", f.subject().correlationId());
    if (f.agentId().equals(AgentId.ENHANCEMENT_SCOUT.name())) {
      all.put("priority", f.severity().priority());
    }
    f.details().forEach(all::putIfAbsent);
    all.put("ruleId", f.ruleId());
    all.put("status", f.status().name());
    all.put("firstSeen", Json.time(f.firstSeen()));
    all.put("lastSeen", Json.time(f.lastSeen()));
    all.put("occurrences", f.occurrences());
    all.put("fingerprint", f.fingerprint());
    put(all, "resolution", f.resolution());
    put(all, "qualifier", f.subject().qualifier().isEmpty() ? null : f.subject().qualifier());
    putList(all, "evidenceRefs", f.evidenceRefs());
    putList(all, "locations", f.locations());
    putList(all, "related", f.related());
    return all;
  }

  private static void put(Map<String, Object> map, String field, @Nullable Object value) {
    if (value != null) {
      map.put(field, value);
    }
  }

  private static void putList(Map<String, Object> map, String field, List<?> value) {
    if (!value.isEmpty()) {
      map.put(field, value);
    }
  }

  private static void move(Map<String, Object> from, String field, Map<String, Object> to) {
    Object value = from.remove(field);
    if (value != null) {
      to.put(field, value);
    }
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalArgumentException when a field that every finding has is missing
   */
  public static Finding read(JsonNode node) {
    Map<String, Object> details = new LinkedHashMap<>();
    node.properties().stream()
        .filter(e -> !OWN.contains(e.getKey()))
        .forEach(e -> details.put(e.getKey(), Json.value(e.getValue())));
    return new Finding(
        need(node, "agentId"),
        need(node, "findingId"),
        need(node, "ruleId"),
        need(node, "category"),
        Severity.valueOf(need(node, "severity")),
        Status.valueOf(need(node, "status")),
        need(node, "title"),
        new Subject(
            text(node, "service"),
            text(node, "stream"),
            text(node, "consumerGroup"),
            text(node, "consumer"),
            text(node, "correlationId"),
            node.path("qualifier").asText("")),
        Instant.parse(need(node, "timestamp")),
        Instant.parse(need(node, "firstSeen")),
        Instant.parse(need(node, "lastSeen")),
        node.path("occurrences").asLong(1),
        need(node, "fingerprint"),
        text(node, "resolution"),
        list(node.path("evidenceRefs"), new TypeReference<List<EvidenceRef>>() {}),
        list(node.path("locations"), new TypeReference<List<Location>>() {}),
        list(node.path("related"), new TypeReference<List<Location>>() {}),
        details);
  }

  private static <T> List<T> list(JsonNode node, TypeReference<List<T>> type) {
    return node.isArray() ? Json.MAPPER.convertValue(node, type) : new ArrayList<>();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }

  private static String need(JsonNode node, String field) {
    String value = text(node, field);
    if (value == null) {
      throw new IllegalArgumentException("finding without \"" + field + "\": " + node);
    }
    return value;
  }
}
