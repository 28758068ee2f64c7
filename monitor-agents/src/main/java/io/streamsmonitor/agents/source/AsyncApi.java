package io.streamsmonitor.agents.source;

import io.streamsmonitor.agents.source.StreamUse.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who writes and reads which stream, from code alone, as an AsyncAPI 3 document. The Redis binding
 * of the standard holds nothing, so groups and places stand under {@code x-redis-streams}.
 */
public final class AsyncApi {
  private AsyncApi() {}

  /** The document; streams whose names code does not fix are left out. */
  public static Map<String, Object> of(SourceFacts facts) {
    Map<String, List<StreamUse>> byStream = new TreeMap<>();
    for (StreamUse use : facts.streams()) {
      if (!use.test()) {
        use.stream()
            .resolved()
            .ifPresent(name -> byStream.computeIfAbsent(name, k -> new ArrayList<>()).add(use));
      }
    }
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> operations = new TreeMap<>();
    byStream.forEach(
        (stream, uses) -> {
          String id = id(stream);
          while (channels.containsKey(id)) {
            id += "_";
          }
          channels.put(id, channel(stream, uses));
          operations(id, uses, operations);
        });
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Streams of the fleet");
    info.put("version", "1.0.0");
    info.put("description", "Read from the sources by streams monitor.");
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("asyncapi", "3.0.0");
    out.put("info", info);
    out.put("defaultContentType", "application/json");
    out.put("channels", channels);
    out.put("operations", operations);
    return out;
  }

  private static String id(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  private static Map<String, Object> channel(String stream, List<StreamUse> uses) {
    Map<String, Object> properties = new LinkedHashMap<>();
    TreeSet<String> fields = new TreeSet<>();
    uses.stream().filter(u -> u.op() == Op.ADD).forEach(u -> fields.addAll(u.fields()));
    fields.forEach(f -> properties.put(f, Map.of("type", "string")));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("type", "object");
    payload.put("properties", properties);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("address", stream);
    out.put("messages", Map.of("entry", Map.of("payload", payload)));
    out.put("bindings", Map.of("redis", Map.of()));
    Map<String, Object> redis = new LinkedHashMap<>();
    redis.put("producers", places(uses, Op.ADD));
    redis.put("consumers", places(uses, Op.GROUP_READ, Op.READ));
    redis.put("groups", places(uses, Op.CREATE_GROUP));
    out.put("x-redis-streams", redis);
    return out;
  }

  private static List<Object> places(List<StreamUse> uses, Op... ops) {
    List<Object> out = new ArrayList<>();
    for (StreamUse use : uses) {
      if (List.of(ops).contains(use.op())) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("service", use.service());
        if (use.group() != null) {
          use.group().resolved().ifPresent(group -> place.put("group", group));
        }
        place.put("file", use.at().file());
        place.put("line", use.at().line());
        if (!out.contains(place)) {
          out.add(place);
        }
      }
    }
    return out;
  }

  private static void operations(String channel, List<StreamUse> uses, Map<String, Object> out) {
    for (StreamUse use : uses) {
      boolean sends = use.op() == Op.ADD;
      if (!sends && use.op() != Op.GROUP_READ && use.op() != Op.READ) {
        continue;
      }
      String service = use.service().isEmpty() ? "fleet" : id(use.service());
      Map<String, Object> operation = new LinkedHashMap<>();
      operation.put("action", sends ? "send" : "receive");
      String at = "#/channels/" + channel;
      operation.put("channel", Map.of("$ref", at));
      operation.put("messages", List.of(Map.of("$ref", at + "/messages/entry")));
      out.putIfAbsent(service + (sends ? ".send." : ".receive.") + channel, operation);
    }
  }
}
