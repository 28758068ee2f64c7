package io.streamsmonitor.agents.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The looks of {@code streams/polls.jsonl}, one after the other, as if Redis gave them. */
final class RecordedRedis implements RedisProbe {
  private final List<StreamPoll> polls;
  private int next;

  private RecordedRedis(List<StreamPoll> polls) {
    this.polls = polls;
  }

  static RecordedRedis of(Workspace workspace) throws IOException {
    List<StreamPoll> polls = new ArrayList<>();
    if (Files.exists(workspace.polls())) {
      Map<String, StreamSnapshot> known = new LinkedHashMap<>();
      for (String line : Files.readAllLines(workspace.polls(), StandardCharsets.UTF_8)) {
        JsonNode node = line.isBlank() ? null : Json.tryRead(line);
        if (node != null) {
          polls.add(poll(node, known));
        }
      }
    }
    return new RecordedRedis(polls);
  }

  /** A line with {@code unchanged} leaves out what is as it was. */
  private static StreamPoll poll(JsonNode node, Map<String, StreamSnapshot> known) {
    if (!node.has("unchanged")) {
      known.clear();
    }
    StreamJson.readAll(node).forEach(s -> known.put(s.name().display(), s));
    List<String> gaps = new ArrayList<>();
    node.path("gaps").forEach(g -> gaps.add(g.asText()));
    return new StreamPoll(
        Instant.parse(node.path("at").asText()),
        List.copyOf(known.values()),
        gaps,
        node.path("commands").asInt(),
        node.path("wallMicros").asLong());
  }

  int count() {
    return polls.size();
  }

  @Override
  public StreamPoll survey() throws RedisUnavailable {
    if (next == polls.size()) {
      throw new RedisUnavailable("the record ends after " + polls.size() + " looks");
    }
    return polls.get(next++);
  }

  @Override
  public void ping() {}

  @Override
  public Map<String, Boolean> commands(Collection<String> names) {
    return Map.of();
  }

  @Override
  public Map<String, String> info(String section) {
    return Map.of();
  }

  @Override
  public List<String> clients() {
    return List.of();
  }

  @Override
  public void close() {}
}
