package io.streamsmonitor.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the streams went over the session, of {@code polls.jsonl}.
 *
 * @param count of polls
 * @param wallMsMedian of a poll
 * @param commands sent over all polls
 * @param points of each stream, oldest first
 * @param judgements of each stream at the newest look that tells
 * @param gaps what a poll could not see, each sentence once
 * @param damaged lines that could not be read
 */
public record PollSeries(
    int count,
    double wallMsMedian,
    long commands,
    Map<String, List<Point>> points,
    Map<String, StreamJudgement> judgements,
    List<String> gaps,
    int damaged) {
  private static final int GAPS = 100;

  /** One stream at one poll; {@code lag} is that of the group furthest behind. */
  public record Point(Instant at, long length, long lag, long pending) {}

  /** No poll was recorded. */
  public static final PollSeries NONE = new PollSeries(0, 0, 0, Map.of(), Map.of(), List.of(), 0);

  static PollSeries read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return NONE;
    }
    Map<String, List<Point>> points = new TreeMap<>();
    Map<String, StreamJudgement> judgements = new HashMap<>();
    Set<String> gaps = new LinkedHashSet<>();
    List<Long> walls = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    long commands = 0;
    int damaged = 0;
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode poll = line.isBlank() ? null : Json.tryRead(line);
        if (poll != null && poll.has("lost")) {
          continue;
        }
        if (poll == null || !points(poll, points)) {
          damaged += line.isBlank() ? 0 : 1;
          continue;
        }
        walls.add(poll.path("wallMicros").asLong());
        times.add(Instant.parse(poll.path("at").asText()));
        commands += poll.path("commands").asLong();
        poll.path("streams")
            .forEach(s -> judgements.put(s.path("name").asText(), StreamJudgement.read(s)));
        poll.path("gaps").forEach(gap -> addGap(gap.asText(), gaps));
      }
    }
    PollHoles.of(times).forEach(hole -> addGap(hole, gaps));
    double median = median(walls) / 1000.0;
    return new PollSeries(
        walls.size(), median, commands, points, judgements, List.copyOf(gaps), damaged);
  }

  /** What the analyst last made of the stream. */
  public StreamJudgement judgement(String stream) {
    return judgements.getOrDefault(stream, StreamJudgement.NONE);
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  private static boolean points(JsonNode poll, Map<String, List<Point>> points) {
    try {
      Instant at = Instant.parse(poll.path("at").asText());
      for (StreamSnapshot s : StreamJson.readAll(poll)) {
        points
            .computeIfAbsent(s.name().display(), k -> new ArrayList<>())
            .add(new Point(at, s.length(), lag(s), pending(s)));
      }
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void addGap(String gap, Set<String> gaps) {
    if (gaps.size() < GAPS) {
      gaps.add(gap);
    }
  }

  private static long lag(StreamSnapshot s) {
    return s.groups().stream()
        .map(GroupSnapshot::lag)
        .mapToLong(lag -> lag == null ? 0 : lag.value())
        .max()
        .orElse(0);
  }

  private static long pending(StreamSnapshot s) {
    return s.groups().stream().mapToLong(GroupSnapshot::pending).sum();
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
