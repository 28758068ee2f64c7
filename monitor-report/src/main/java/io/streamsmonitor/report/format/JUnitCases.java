package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.Requirement;
import io.streamsmonitor.report.Seen;
import io.streamsmonitor.report.ServiceCheck;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every rule held against everything it is about: streams, services, else the session. A rule that
 * found nothing is a case too; what was not looked at is one that is skipped, never one that
 * passes.
 *
 * @param byAgent suites by name, their cases in order
 * @param left cases without a finding that did not fit
 */
record JUnitCases(Map<String, Map<Key, List<Finding>>> byAgent, Set<String> unseen, int left) {
  /** More cases without a finding than this help nobody. */
  private static final int QUIET = 20_000;

  private static final String SESSION = "session";

  /** A rule and what it is about. */
  record Key(String rule, String entity) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRule = rule.compareTo(other.rule);
      return byRule == 0 ? entity.compareTo(other.entity) : byRule;
    }
  }

  static JUnitCases of(SessionResult r) {
    Map<String, Map<Key, List<Finding>>> byAgent = new TreeMap<>();
    for (Finding f : r.open()) {
      cases(f.agentId(), byAgent)
          .computeIfAbsent(new Key(f.ruleId(), entity(f)), k -> new ArrayList<>())
          .add(f);
    }
    int quiet = 0;
    int left = 0;
    for (String rule : rules(r)) {
      Map<Key, List<Finding>> cases = cases(agent(rule), byAgent);
      boolean said = r.open().stream().anyMatch(f -> f.ruleId().equals(rule));
      for (String entity : entities(rule, said, r)) {
        Key key = new Key(rule, entity);
        if (cases.containsKey(key)) {
          continue;
        }
        if (quiet < QUIET) {
          cases.put(key, List.of());
          quiet++;
        } else {
          left++;
        }
      }
    }
    return new JUnitCases(byAgent, unseen(r), left);
  }

  /** Whether nobody looked at what the case is about. */
  boolean skipped(Key key) {
    String kind = key.rule().substring(0, Math.max(0, key.rule().indexOf('.')));
    return List.of("log", "stream", "code").contains(kind)
        && unseen.contains(kind + " " + key.entity());
  }

  private static Set<String> unseen(SessionResult r) {
    Set<String> unseen = new HashSet<>();
    for (ServiceCheck check : r.checks()) {
      if (check.of(Requirement.B) == Seen.NO_DATA) {
        unseen.add("log " + check.service());
      }
      if (!check.judged()) {
        unseen.add("code " + check.service());
      }
    }
    for (StreamRow stream : r.streams()) {
      if (!stream.seen() && r.polls().count() == 0) {
        unseen.add("stream " + stream.name());
      }
    }
    return unseen;
  }

  private static List<String> rules(SessionResult r) {
    String ids = r.session().env().getOrDefault("RULES", "");
    return ids.isEmpty() ? List.of() : List.of(ids.split(",", -1));
  }

  private static List<String> entities(String rule, boolean said, SessionResult r) {
    if (rule.startsWith("stream.")) {
      return r.streams().stream().map(StreamRow::name).toList();
    }
    if (rule.startsWith("log.") || rule.startsWith("code.") || rule.startsWith("config.")) {
      return r.session().services();
    }
    return said ? List.of() : List.of(SESSION);
  }

  private static String entity(Finding f) {
    String stream = f.stream();
    String service = f.service();
    if (f.ruleId().startsWith("stream.") || service == null) {
      return stream != null ? stream : service != null ? service : SESSION;
    }
    return service;
  }

  private static Map<Key, List<Finding>> cases(
      String agent, Map<String, Map<Key, List<Finding>>> byAgent) {
    return byAgent.computeIfAbsent(agent, k -> new TreeMap<>());
  }

  private static String agent(String rule) {
    return switch (rule.substring(0, Math.max(0, rule.indexOf('.')))) {
      case "log" -> AgentId.LOG_WATCHER.name();
      case "stream" -> AgentId.STREAM_ANALYST.name();
      case "config" -> AgentId.CONFIG_AUDITOR.name();
      case "code", "cause" -> AgentId.ENHANCEMENT_SCOUT.name();
      default -> AgentId.ORCHESTRATOR.name();
    };
  }
}
