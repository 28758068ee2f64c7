package io.streamsmonitor.agents.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.logs.LogWatcher;
import io.streamsmonitor.agents.logs.follow.LogGap;
import io.streamsmonitor.agents.streams.KnowledgeJson;
import io.streamsmonitor.agents.streams.StreamAnalyst;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.EventJson;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.SessionFolder;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rules run again over what a session recorded: every duty and every line in the order and at
 * the time of the tape. What was seen in sources, configuration and processes is not in the folder
 * and is taken as recorded, so that causes are put together of the same findings.
 */
public final class SessionReplay implements ReplayedAgent.Scene, AutoCloseable {
  private static final Map<String, Class<? extends Record>> FROM_OUTSIDE =
      Map.of("ServiceExit", ServiceExit.class, "LogGap", LogGap.class);

  private final SessionRecord recorded;
  private final SessionFolder folder;
  private final Workspace workspace;
  private final Window window;
  private final FindingFeed feed = new FindingFeed();
  private final ReplaySettings settings;
  private final Map<String, RecordedLog> logs = new HashMap<>();
  private final Map<String, ReplayedAgent> agents = new LinkedHashMap<>();
  private final AsRecorded asRecorded;
  private Instant now;

  private SessionReplay(SessionRecord recorded, ReplaySettings settings, Path into)
      throws IOException {
    this.recorded = recorded;
    this.settings = settings;
    this.workspace = new Workspace(into);
    this.window = new Window(need(recorded, "START"), need(recorded, "DEADLINE"));
    this.now = window.start();
    this.folder = SessionFolder.open(workspace, recorded.id());
    RecordedRedis redis = RecordedRedis.of(recorded.workspace());
    add(
        AgentId.LOG_WATCHER,
        () ->
            new LogWatcher(
                settings.limits(), recorded.services(), settings.known(), settings.wanted()));
    add(
        AgentId.STREAM_ANALYST,
        () ->
            new StreamAnalyst(
                redis::connect, settings.limits(), KnowledgeJson.read(config("knowledge.json"))));
    add(AgentId.ENHANCEMENT_SCOUT, () -> new ReplayedScout(config("wiring.json")));
    this.asRecorded = new AsRecorded(recorded.workspace(), this::desk);
  }

  /**
   * Does it all again into a folder of its own.
   *
   * @throws IOException when the folder has no tape, or does not hold what the tape names
   */
  public static List<Finding> run(SessionRecord recorded, ReplaySettings settings, Path into)
      throws IOException {
    try (SessionReplay replay = new SessionReplay(recorded, settings, into)) {
      replay.play();
      return replay.feed.all();
    }
  }

  private void add(AgentId id, Supplier<Agent> supplier) {
    agents.put(id.prefix(), new ReplayedAgent(supplier, this, newDesk(id)));
  }

  private FindingDesk newDesk(AgentId id) {
    return new FindingDesk(
        id, workspace.journal(id), this::now, settings.redactor(), feed, settings.accepted());
  }

  private FindingDesk desk(AgentId id) {
    ReplayedAgent agent = agents.get(id.prefix());
    return agent == null ? newDesk(id) : agent.desk();
  }

  private void play() throws IOException {
    Path tape = recorded.workspace().tape();
    if (!Files.exists(tape)) {
      throw new IOException(
          tape + " is not there: only a session of `monitor run` or `monitor demo` has one");
    }
    try (BufferedReader lines = Recorded.open(tape)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode record = Json.tryRead(line);
        if (record != null) {
          play(record);
        }
      }
    }
    agents.values().forEach(a -> a.desk().flush());
  }

  private void play(JsonNode record) throws IOException {
    String who = record.path(0).asText();
    if (record.path(1).asText().equals("said")) {
      asRecorded.said(who, record.path(2).asText());
      return;
    }
    ReplayedAgent agent = agents.get(who);
    if (agent == null) {
      return;
    }
    switch (record.path(1).asText()) {
      case "tick" -> {
        now = Instant.ofEpochMilli(record.path(2).asLong());
        agent.tick(record.path(3).asText());
      }
      case "lines" -> {
        RecordedLog log = log(record.path(2).asText());
        for (int n = record.path(3).asInt(); n > 0; n--) {
          handle(agent, log.next());
        }
      }
      case "line" -> {
        Instant at = Instant.ofEpochMilli(record.path(5).asLong());
        RecordedLog log = log(record.path(2).asText());
        int length = record.path(4).asInt();
        handle(agent, log.at(record.path(3).asInt(), length, at, record.path(6).asBoolean()));
      }
      case "events" -> {
        for (int n = record.path(3).asInt(); n > 0; n--) {
          agent.told(record.path(2).asText());
        }
      }
      case "event" -> {
        now = Instant.ofEpochMilli(record.path(2).asLong());
        Class<? extends Record> type = FROM_OUTSIDE.get(record.path(3).asText());
        if (type != null) {
          agent.handle(EventJson.read(record.path(4), type));
        }
      }
      default -> {}
    }
  }

  private void handle(ReplayedAgent agent, RawLine line) {
    now = line.arrived();
    agent.handle(line);
  }

  private RecordedLog log(String service) throws IOException {
    RecordedLog log = logs.get(service);
    if (log == null) {
      log = RecordedLog.of(recorded.workspace(), service);
      logs.put(service, log);
    }
    return log;
  }

  private JsonNode config(String file) {
    try {
      Path path = recorded.workspace().config(file);
      JsonNode node =
          Files.exists(path) ? Json.tryRead(String.join("\n", Recorded.lines(path))) : null;
      return node == null ? Json.MAPPER.createObjectNode() : node;
    } catch (IOException e) {
      return Json.MAPPER.createObjectNode();
    }
  }

  private static Instant need(SessionRecord recorded, String key) throws IOException {
    Instant time = recorded.time(key);
    if (time == null) {
      throw new IOException(
          recorded.workspace().root()
              + ": session.env has no "
              + key
              + "; the session never began");
    }
    return time;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Window window() {
    return window;
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public FindingFeed feed() {
    return feed;
  }

  @Override
  public void publish(Object event) {
    agents.values().forEach(agent -> agent.hear(event));
  }

  @Override
  public void close() throws IOException {
    agents.values().forEach(agent -> agent.desk().close());
    asRecorded.close();
    folder.close();
  }
}
