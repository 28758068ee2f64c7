package io.streamsmonitor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stream snapshots as JSON in the session folder, and back. */
public final class StreamJson {
  private StreamJson() {}

  /** The poll as one object: {@code at, streams, gaps, commands, wallMicros}. */
  public static Map<String, Object> fields(StreamPoll poll) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("at", Json.time(poll.at()));
    out.put("streams", poll.streams().stream().map(StreamJson::fields).toList());
    out.put("gaps", poll.gaps());
    out.put("commands", poll.commands());
    out.put("wallMicros", poll.wallMicros());
    return out;
  }

  /** One stream as an object; what is not known is left out. */
  public static Map<String, Object> fields(StreamSnapshot s) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", s.name().display());
    out.put("length", s.length());
    put(out, "entriesAdded", s.entriesAdded());
    put(out, "firstId", text(s.firstId()));
    put(out, "lastId", text(s.lastId()));
    out.put("lastGenerated", s.lastGenerated().toString());
    put(out, "maxDeleted", text(s.maxDeleted()));
    out.put("fields", s.fields());
    if (!s.shapes().isEmpty()) {
      out.put("shapes", s.shapes());
    }
    if (!s.origins().isEmpty()) {
      out.put("origins", s.origins());
    }
    out.put("groups", groups(s));
    return out;
  }

  /** The groups of a stream, an object each, to which more may be added. */
  public static List<Map<String, Object>> groups(StreamSnapshot s) {
    return s.groups().stream().map(StreamJson::group).toList();
  }

  private static Map<String, Object> group(GroupSnapshot g) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", g.name().display());
    out.put("consumerCount", g.consumerCount());
    out.put("pending", g.pending());
    out.put("lastDelivered", g.lastDelivered().toString());
    put(out, "entriesRead", g.entriesRead());
    put(out, "serverLag", g.serverLag());
    put(out, "lag", g.lag() == null ? null : lag(g.lag()));
    out.put("consumers", g.consumers().stream().map(StreamJson::consumer).toList());
    out.put("entries", g.entries().stream().map(StreamJson::entry).toList());
    out.put("detailed", g.detailed());
    return out;
  }

  private static Map<String, Object> lag(Lag lag) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("value", lag.value());
    out.put("exact", lag.exact());
    out.put("method", lag.method());
    put(out, "server", lag.server());
    put(out, "next", text(lag.next()));
    return out;
  }

  private static Map<String, Object> consumer(ConsumerSnapshot c) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", c.name().display());
    out.put("pending", c.pending());
    out.put("idleMs", c.idleMs());
    put(out, "inactiveMs", c.inactiveMs());
    return out;
  }

  private static Map<String, Object> entry(PendingEntry e) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", e.id().toString());
    out.put("consumer", e.consumer().display());
    out.put("idleMs", e.idleMs());
    out.put("deliveries", e.deliveries());
    put(out, "payloadGone", e.payloadGone() ? Boolean.TRUE : null);
    return out;
  }

  /** Reads one stream. */
  public static StreamSnapshot read(JsonNode n) {
    return new StreamSnapshot(
        Name.parse(n.path("name").asText()),
        new StreamMark(
            n.path("length").asLong(),
            number(n, "entriesAdded"),
            StreamId.tryParse(string(n, "firstId")),
            StreamId.tryParse(string(n, "lastId")),
            StreamId.parse(n.path("lastGenerated").asText("0-0")),
            StreamId.tryParse(string(n, "maxDeleted"))),
        new EntrySample(
            list(n.path("fields"), JsonNode::asText),
            list(n.path("shapes"), shape -> list(shape, JsonNode::asText)),
            list(n.path("origins"), JsonNode::asText)),
        list(n.path("groups"), StreamJson::readGroup));
  }

  /** Reads the {@code streams} of a poll, a baseline or a final state. */
  public static List<StreamSnapshot> readAll(JsonNode document) {
    return list(document.path("streams"), StreamJson::read);
  }

  private static GroupSnapshot readGroup(JsonNode n) {
    JsonNode lag = n.path("lag");
    return new GroupSnapshot(
        Name.parse(n.path("name").asText()),
        n.path("consumerCount").asLong(),
        n.path("pending").asLong(),
        StreamId.parse(n.path("lastDelivered").asText("0-0")),
        number(n, "entriesRead"),
        number(n, "serverLag"),
        lag.isObject()
            ? new Lag(
                lag.path("value").asLong(),
                lag.path("exact").asBoolean(),
                lag.path("method").asText(),
                number(lag, "server"),
                StreamId.tryParse(string(lag, "next")))
            : null,
        list(
            n.path("consumers"),
            c ->
                new ConsumerSnapshot(
                    Name.parse(c.path("name").asText()),
                    c.path("pending").asLong(),
                    c.path("idleMs").asLong(),
                    number(c, "inactiveMs"))),
        list(
            n.path("entries"),
            e ->
                new PendingEntry(
                    StreamId.parse(e.path("id").asText("0-0")),
                    Name.parse(e.path("consumer").asText()),
                    e.path("idleMs").asLong(),
                    e.path("deliveries").asLong(),
                    e.path("payloadGone").asBoolean())),
        n.path("detailed").asBoolean());
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    List<T> out = new ArrayList<>();
    array.forEach(n -> out.add(read.apply(n)));
    return out;
  }

  private static @Nullable Long number(JsonNode n, String field) {
    return n.path(field).isNumber() ? n.path(field).asLong() : null;
  }

  private static @Nullable String string(JsonNode n, String field) {
    return n.path(field).isTextual() ? n.path(field).asText() : null;
  }

  private static @Nullable String text(@Nullable StreamId id) {
    return id == null ? null : id.toString();
  }

  private static void put(Map<String, Object> out, String field, @Nullable Object value) {
    if (value != null) {
      out.put(field, value);
    }
  }
}
