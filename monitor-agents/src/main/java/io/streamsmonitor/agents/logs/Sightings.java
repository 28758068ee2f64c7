package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.problem.Problem;
import io.streamsmonitor.agents.logs.problem.ProblemJudge;
import io.streamsmonitor.agents.logs.problem.Quality;
import io.streamsmonitor.agents.logs.template.TemplateTree;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.trace.StackTrace;
import io.streamsmonitor.agents.logs.trace.TraceJoiner;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges entries and counts what they are an example of. */
final class Sightings {
  private static final int LEAVES = 1_000;

  private final LogWindow window;
  private final SecretWatch secrets;
  private final Map<String, TemplateTree> templates = new HashMap<>();
  private @Nullable LogEntry last;
  private @Nullable Sighting lastProblem;
  private final Mentions mentions = new Mentions();
  private boolean news;

  Sightings(LogWindow window, SecretWatch secrets) {
    this.window = window;
    this.secrets = secrets;
  }

  /** Takes an entry; the same one again when more lines have joined it. */
  void entry(LogEntry entry, Instant at) {
    Sighting before = entry == last ? lastProblem : null;
    LogEvent line = entry.first();
    StackTrace stack = entry.stack();
    Problem problem = ProblemJudge.judge(line, stack);
    last = entry;
    lastProblem = null;
    if (problem == null) {
      quality(line, entry, at);
      return;
    }
    String key = stack == null ? template(line) : "trace " + TraceKey.of(stack, template(line));
    if (before != null && before.key().equals(key)) {
      before.show(entry);
      secrets.conceal(before, entry);
      lastProblem = before;
      news = true;
      return;
    }
    if (before != null) {
      before.supersede();
    }
    lastProblem = sight(SightingKind.PROBLEM, key, entry, problem, at);
    if (line.streamId() != null) {
      mentions.before(line.service(), line.streamId()).forEach(this::mentioned);
      sight(SightingKind.ENTRY, line.streamId(), entry, problem, at);
    }
    if (Quality.overstated(line)) {
      sight(SightingKind.OVERSTATED, key, entry, problem, at);
    }
    if (Quality.exposing(line)) {
      sight(SightingKind.EXPOSURE, template(line), entry, null, at);
    }
  }

  /**
   * Takes the id of a record that is like one judged before. Only what is mentioned again is read:
   * nearly every id is named once.
   */
  void mention(String id, List<RawLine> lines, Instant at) {
    String service = lines.get(0).service();
    Mentions.Mention now = new Mentions.Mention(lines, at);
    if (window.knows(SightingKind.ENTRY, service, id)) {
      mentioned(now);
      return;
    }
    List<Mentions.Mention> before = mentions.before(service, id);
    if (before.isEmpty()) {
      mentions.first(service, id, now);
    } else {
      before.forEach(this::mentioned);
      mentioned(now);
    }
  }

  private void mentioned(Mentions.Mention mention) {
    LogEntry entry = TraceJoiner.join(mention.lines().stream().map(LogParser::parse).toList());
    LogEvent line = entry.first();
    Problem problem = ProblemJudge.judge(line, entry.stack());
    if (problem != null && line.streamId() != null) {
      sight(SightingKind.ENTRY, line.streamId(), entry, problem, mention.at());
    }
  }

  private void quality(LogEvent line, LogEntry entry, Instant at) {
    if (Quality.exposing(line)) {
      sight(SightingKind.EXPOSURE, template(line), entry, null, at);
    }
  }

  private Sighting sight(
      SightingKind kind, String key, LogEntry entry, @Nullable Problem problem, Instant at) {
    Sighting sighting = window.sight(kind, key, entry, problem, at);
    if (sighting.occurrences().count() == 1) {
      secrets.conceal(sighting, entry);
      news = true;
    }
    return sighting;
  }

  private String template(LogEvent line) {
    return templates
        .computeIfAbsent(line.service(), k -> new TemplateTree(LEAVES))
        .of(secrets.harmless(line.message()))
        .name();
  }

  boolean takeNews() {
    boolean was = news;
    news = false;
    return was;
  }
}
