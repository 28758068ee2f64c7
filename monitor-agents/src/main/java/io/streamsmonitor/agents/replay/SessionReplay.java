package io.streamsmonitor.agents.replay;

import io.streamsmonitor.agents.logs.LogWatcher;
import io.streamsmonitor.agents.streams.StreamAnalyst;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The rules over logs and streams, run again over what a session recorded, in virtual time: lines
 * when they arrived, looks in their order. The same folder gives the same bytes every time.
 */
public final class SessionReplay {
  /** Agents whose input a session folder holds. */
  public static final List<AgentId> AGENTS = List.of(AgentId.LOG_WATCHER, AgentId.STREAM_ANALYST);

  private SessionReplay() {}

  /**
   * How the findings of one agent compare.
   *
   * @param same as they were recorded, to the last byte
   * @param otherwise found again with other counts, times or words
   * @param missing recorded, and not found again
   * @param extra found, and not recorded
   */
  public record Comparison(
      AgentId agent, int same, List<String> otherwise, List<String> missing, List<String> extra) {}

  /** Runs the rules again into a folder of its own. */
  public static List<Finding> run(SessionRecord recorded, Thresholds limits, Path into)
      throws IOException {
    Instant start = need(recorded, "START");
    Duration window = Duration.between(start, need(recorded, "DEADLINE"));
    RecordedRedis redis = RecordedRedis.of(recorded.workspace());
    List<RawLine> lines = RecordedLog.lines(recorded.workspace(), recorded.services());
    try (OfflineSession session =
        new OfflineSession(new Workspace(into), start, window, new Secrets(), List.of())) {
      session.start(() -> new LogWatcher(limits, recorded.services()));
      if (redis.count() > 0) {
        session.start(() -> new StreamAnalyst(() -> redis, limits));
      }
      for (RawLine line : lines) {
        session.advanceTo(line.arrived());
        session.publish(line);
      }
      session.finish();
      return session.feed().all();
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

  /** Compares what was found again with what was recorded. */
  public static List<Comparison> compare(SessionRecord recorded, List<Finding> again) {
    List<Comparison> all = new ArrayList<>();
    for (AgentId agent : AGENTS) {
      Map<String, Finding> before = byKey(recorded.by(agent));
      Map<String, Finding> now =
          byKey(again.stream().filter(f -> f.agentId().equals(agent.name())).toList());
      int same = 0;
      List<String> otherwise = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      List<String> extra = new ArrayList<>();
      for (Map.Entry<String, Finding> e : before.entrySet()) {
        Finding found = now.remove(e.getKey());
        if (found == null) {
          missing.add(text(e.getValue()));
        } else if (Objects.equals(FindingJson.line(found), FindingJson.line(e.getValue()))) {
          same++;
        } else {
          otherwise.add(text(e.getValue()));
        }
      }
      now.values().forEach(f -> extra.add(text(f)));
      all.add(new Comparison(agent, same, otherwise, missing, extra));
    }
    return all;
  }

  private static Map<String, Finding> byKey(List<Finding> findings) {
    Map<String, Finding> map = new TreeMap<>();
    findings.forEach(f -> map.put(f.ruleId() + " " + f.subject().key(), f));
    return map;
  }

  private static String text(Finding f) {
    return f.findingId() + " " + f.ruleId() + ": " + f.title();
  }
}
