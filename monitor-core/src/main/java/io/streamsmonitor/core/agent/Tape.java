package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Appender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each agent of a session did and when, in order, so that it can be done again: a JSON array a
 * line, where an agent is named by the prefix of its findings. {@code [agent, "tick", ms, duty]};
 * {@code [agent, "lines", service, n]} for the next lines of that log, each at its arrival; {@code
 * [agent, "line", service, offset, length, ms, partial]} for one that is not simply the next;
 * {@code [agent, "events", type, n]} for what agents told each other; {@code [agent, "event", ms,
 * type, {…}]} for what came from outside; {@code [agent, "said", id]} for each state of a finding.
 * Thread-safe.
 */
public final class Tape implements AutoCloseable {
  private final Appender file;
  private final Set<Class<?>> told = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> next = new HashMap<>();
  private List<String> run = List.of();
  private long length;
  private boolean closed;

  public Tape(Path file) {
    this.file = new Appender(file);
  }

  /** Events of this type come from an agent, and will again. */
  void told(Class<?> type) {
    told.add(type);
  }

  void tick(AgentId agent, Instant at, String duty) {
    put(List.of(agent.prefix(), "tick", at.toEpochMilli(), duty));
  }

  void event(AgentId agent, Instant at, Object event) {
    if (event instanceof RawLine line) {
      line(agent, line);
    } else if (told.contains(event.getClass())) {
      more(List.of(agent.prefix(), "events", event.getClass().getSimpleName()));
    } else {
      String type = event.getClass().getSimpleName();
      put(
          List.of(
              agent.prefix(), "event", at.toEpochMilli(), type, EventJson.fields((Record) event)));
    }
  }

  /** A finding got a new state. */
  public void said(Finding finding) {
    String id = finding.findingId();
    put(List.of(id.substring(0, Math.max(0, id.indexOf('-'))), "said", id));
  }

  private synchronized void line(AgentId agent, RawLine line) {
    String service = line.service();
    long expected = next.getOrDefault(service, 0L);
    long end = line.offset() + line.bytes().length + 1;
    next.put(service, end);
    // A line may end in CR LF.
    boolean follows = line.offset() == expected || line.offset() == expected + 1;
    if (follows && !line.partial()) {
      more(List.of(agent.prefix(), "lines", service));
    } else {
      put(
          List.of(
              agent.prefix(),
              "line",
              service,
              line.offset(),
              line.bytes().length,
              line.arrived().toEpochMilli(),
              line.partial()));
    }
  }

  private synchronized void more(List<String> what) {
    if (closed) {
      return;
    }
    if (!what.equals(run)) {
      endRun();
      run = what;
    }
    length++;
  }

  private synchronized void put(List<Object> record) {
    if (!closed) {
      endRun();
      file.line(Json.line(record));
    }
  }

  private void endRun() {
    if (length > 0) {
      file.line(Json.line(List.of(run.get(0), run.get(1), run.get(2), length)));
      run = List.of();
      length = 0;
    }
  }

  /** Ends the tape; what is said afterwards is no agent's doing any more. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    endRun();
    closed = true;
    file.close();
  }
}
