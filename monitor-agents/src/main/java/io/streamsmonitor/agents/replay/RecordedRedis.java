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
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The looks of {@code streams/polls.jsonl}, one after the other, as if Redis gave them; those that
 * failed fail again.
 */
final class RecordedRedis implements RedisProbe {
  private final List<JsonNode> looks;
  private final Map<String, StreamSnapshot> known = new LinkedHashMap<>();
  private int next;

  private RecordedRedis(List<JsonNode> looks) {
    this.looks = looks;
  }

  static RecordedRedis of(Workspace workspace) throws IOException {
    List<JsonNode> looks = new ArrayList<>();
    if (Files.exists(workspace.polls())) {
      for (String line : Recorded.lines(workspace.polls())) {
        JsonNode node = line.isBlank() ? null : Json.tryRead(line);
        if (node != null) {
          looks.add(node);
        }
      }
    }
    return new RecordedRedis(looks);
  }

  /** Connects, where the next look was one. */
  RedisProbe connect() throws RedisUnavailable {
    look();
    return this;
  }

  /** The next look; one that failed is over with that. */
  private JsonNode look() throws RedisUnavailable {
    if (next == looks.size()) {
      throw new RedisUnavailable("the record ends after " + looks.size() + " looks");
    }
    JsonNode look = looks.get(next);
    if (look.has("lost")) {
      next++;
      throw new RedisUnavailable(look.path("lost").asText());
    }
    return look;
  }

  @Override
  public StreamPoll survey() throws RedisUnavailable {
    JsonNode look = look();
    next++;
    if (!look.has("unchanged")) {
      known.clear();
    }
    StreamJson.readAll(look).forEach(s -> known.put(s.name().display(), s));
    look.path("gone").forEach(name -> known.remove(name.asText()));
    List<String> gaps = new ArrayList<>();
    look.path("gaps").forEach(g -> gaps.add(g.asText()));
    return new StreamPoll(
        Instant.parse(look.path("at").asText()),
        List.copyOf(known.values()),
        gaps,
        look.path("commands").asInt(),
        look.path("wallMicros").asLong());
  }

  @Override
  public Set<String> blockedReaders() throws RedisUnavailable {
    Set<String> readers = new HashSet<>();
    look().path("blocked").forEach(name -> readers.add(name.asText()));
    return readers;
  }

  @Override
  public Map<String, String> info(String section) throws RedisUnavailable {
    String id = look().path("server").asText();
    return id.isEmpty() ? Map.of() : Map.of("run_id", id);
  }

  @Override
  public void ping() {}

  @Override
  public Map<String, Boolean> commands(Collection<String> names) {
    return Map.of();
  }

  @Override
  public List<String> clients() {
    return List.of();
  }

  @Override
  public void close() {}
}
