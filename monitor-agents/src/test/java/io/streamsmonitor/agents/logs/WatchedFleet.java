package io.streamsmonitor.agents.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services whose lines a test writes, watched in virtual time. */
final class WatchedFleet implements AutoCloseable {
  private final AgentHarness harness;
  private final Map<String, Long> offsets = new HashMap<>();

  WatchedFleet(Path folder, String... services) {
    this(folder, List.of(), services);
  }

  WatchedFleet(Path folder, List<UserPattern> patterns, String... services) {
    Secrets secrets = new Secrets();
    harness = AgentHarness.in(folder, Duration.ofMinutes(10), secrets);
    harness.start(() -> new LogWatcher(Thresholds.DEFAULT, List.of(services), secrets, patterns));
  }

  /** Writes lines at once. */
  WatchedFleet says(String service, String... lines) {
    for (String line : lines) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      long offset = offsets.getOrDefault(service, 0L);
      offsets.put(service, offset + bytes.length + 1);
      harness.publish(
          new RawLine(service, "logs/" + service + ".log", offset, bytes, harness.now(), false, 0));
    }
    return this;
  }

  /** Writes a line of the specification's format, at the present time. */
  WatchedFleet json(String service, String level, String message, String... more) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level);
    line.put("timestamp", Json.time(harness.now()));
    line.put("service", service);
    line.put("message", message);
    for (int i = 0; i < more.length; i += 2) {
      line.put(more[i], more[i + 1]);
    }
    return says(service, Json.line(line));
  }

  /** Writes calm lines, one a second. */
  WatchedFleet works(String service, int seconds) {
    for (int i = 0; i < seconds; i++) {
      json(service, "info", "order " + i + " handled");
      after(1_000);
    }
    return this;
  }

  WatchedFleet exits(String service, int code) {
    harness.publish(new ServiceExit(service, 4711, code, harness.now(), false));
    return this;
  }

  WatchedFleet after(long ms) {
    harness.advance(Duration.ofMillis(ms));
    return this;
  }

  Instant now() {
    return harness.now();
  }

  /** The heartbeats so far, as they stand in the session folder. */
  List<JsonNode> heartbeats() {
    try {
      return Files.readAllLines(harness.workspace().heartbeats()).stream()
          .map(Json::tryRead)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  AgentHarness harness() {
    return harness;
  }

  /** The findings once everything that was written is judged. */
  List<Finding> findings() {
    after(2_000);
    return harness.findings();
  }

  @Override
  public void close() {
    harness.close();
  }
}
