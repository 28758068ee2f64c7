package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session folder for tests, written as a session writes it, at fixed times. */
public final class SampleSession {
  public static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

  private final Workspace workspace;
  private final Map<String, String> env = new LinkedHashMap<>();
  private final List<StreamSnapshot> baseline = new ArrayList<>();
  private final List<StreamSnapshot> last = new ArrayList<>();

  public SampleSession(Path folder) {
    workspace = new Workspace(folder);
    env.put("SESSION_ID", "20261123_200000");
    env.put("START", "2026-11-23T20:00:00.000Z");
    env.put("DEADLINE", "2026-11-23T20:10:00.000Z");
    env.put("COMPLETED", "2026-11-23T20:10:12.000Z");
    env.put("END", "COMPLETE");
    env.put("SERVICES", "orders,payments,mail");
    try {
      for (Path sub : workspace.folders()) {
        Files.createDirectories(sub);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return workspace.root();
  }

  public SampleSession env(String key, String value) {
    env.put(key, value);
    return this;
  }

  public static RuleInfo rule(String id, String category, Severity severity, String title) {
    return RuleInfo.of(id, category, severity, title, "why", "mend it");
  }

  /** Drafts of one agent, said at this second of the session. */
  public SampleSession says(AgentId agent, long second, Draft... drafts) {
    Path journal = workspace.journal(agent);
    try (FindingDesk desk =
        new FindingDesk(
            agent, journal, () -> START.plusSeconds(second), Redactor.NONE, new FindingFeed())) {
      for (Draft draft : drafts) {
        desk.accept(draft);
      }
    }
    return this;
  }

  public SampleSession log(String service, String... lines) {
    return append(workspace.log(service), String.join("\n", lines) + "\n");
  }

  /** A line of section 7B with a lifecycle event in it, at this second and a half. */
  public SampleSession event(
      String service, long ms, String event, String stream, String corr, String message) {
    return event(service, ms, event, stream, corr, message, fields -> {});
  }

  public SampleSession event(
      String service,
      long ms,
      String event,
      String stream,
      String corr,
      String message,
      Consumer<Map<String, Object>> more) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", "info");
    line.put("timestamp", Json.time(START.plusMillis(ms)));
    line.put("service", service);
    line.put("correlationId", corr);
    line.put("event", event);
    line.put("message", event + " " + stream);
    line.put("stream", stream);
    line.put("messageId", message);
    more.accept(line);
    return log(service, Json.line(line));
  }

  public static GroupSnapshot group(
      String name, long consumers, long lag, String lastDelivered, PendingEntry... pending) {
    return new GroupSnapshot(
        Name.of(name),
        consumers,
        pending.length,
        StreamId.parse(lastDelivered),
        null,
        null,
        new Lag(lag, true, "counted", null),
        List.of(),
        List.of(pending),
        true);
  }

  public static PendingEntry pending(String id, String consumer, long idleMs) {
    return new PendingEntry(StreamId.parse(id), Name.of(consumer), idleMs, 1);
  }

  public static StreamSnapshot stream(String name, long length, GroupSnapshot... groups) {
    return new StreamSnapshot(
        Name.of(name),
        new StreamMark(length, null, null, null, StreamId.ZERO, null),
        EntrySample.of(List.of("payload")),
        List.of(groups));
  }

  /** A stream of one entry with these fields. */
  public static StreamSnapshot entries(String name, String... fields) {
    return new StreamSnapshot(
        Name.of(name),
        new StreamMark(1, null, null, null, StreamId.ZERO, null),
        EntrySample.of(List.of(fields)),
        List.of());
  }

  public SampleSession baseline(StreamSnapshot... streams) {
    baseline.addAll(List.of(streams));
    return this;
  }

  public SampleSession last(StreamSnapshot... streams) {
    last.addAll(List.of(streams));
    return this;
  }

  public SampleSession poll(long second, StreamSnapshot... streams) {
    StreamPoll poll =
        new StreamPoll(START.plusSeconds(second), List.of(streams), List.of(), 4, 1500);
    return append(workspace.polls(), Json.line(StreamJson.fields(poll)) + "\n");
  }

  public SampleSession append(Path file, String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public SessionRecord read() {
    try {
      Files.writeString(workspace.sessionId(), env.get("SESSION_ID") + "\n");
      StringBuilder facts = new StringBuilder();
      env.forEach((key, value) -> facts.append(key).append('=').append(value).append('\n'));
      Files.writeString(workspace.sessionEnv(), facts.toString());
      state(workspace.baseline(), baseline);
      state(workspace.finalState(), last);
      return SessionRecord.read(workspace.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SessionResult result() {
    return SessionResult.of(read());
  }

  private static void state(Path file, @Nullable List<StreamSnapshot> streams) throws IOException {
    if (streams != null && !streams.isEmpty()) {
      List<Map<String, Object>> fields = streams.stream().map(StreamJson::fields).toList();
      Files.writeString(file, Json.line(Map.of("streams", fields)));
    }
  }

  /** A fleet of three with one of each: lag, a dead group, a lost ack, a drift, a cause. */
  public static SampleSession sick(Path folder) {
    return SickFleet.fill(new SampleSession(folder));
  }
}
