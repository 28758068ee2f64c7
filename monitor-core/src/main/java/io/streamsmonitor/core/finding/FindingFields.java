package io.streamsmonitor.core.finding;

import java.util.List;
import java.util.Map;

/** The specification's field order of each agent's findings, and which of them are always there. */
final class FindingFields {
  private static final List<String> DEFAULT =
      List.of("service", "stream", "evidence", "hypothesis", "recommendation");

  private static final Map<String, List<String>> BY_AGENT =
      Map.of(
          "LOG_WATCHER",
          List.of(
              "service",
              "timestamp",
              "correlationId",
              "streamId",
              "evidence",
              "pattern",
              "hypothesis",
              "recommendation"),
          "REDIS_STREAM_ANALYST",
          List.of(
              "stream",
              "consumerGroup",
              "consumer",
              "timestamp",
              "messageIds",
              "metrics",
              "evidence",
              "hypothesis",
              "recommendation"),
          "CONFIG_AUDITOR",
          List.of("service", "affectedFiles", "expected", "actual", "evidence", "recommendation"),
          "ENHANCEMENT_SCOUT",
          List.of(
              "priority",
              "effort",
              "impact",
              "affectedServices",
              "affectedStreams",
              "relatedFindings",
              "pattern",
              "evidence",
              "recommendation",
              "codeSnippetBefore",
              "codeSnippetAfter"));

  /** Fields that hold a list; they are written even when empty. */
  private static final List<String> LISTS =
      List.of(
          "messageIds", "affectedFiles", "affectedServices", "affectedStreams", "relatedFindings");

  private FindingFields() {}

  static List<String> of(String agentId) {
    return BY_AGENT.getOrDefault(agentId, DEFAULT);
  }

  static boolean isList(String field) {
    return LISTS.contains(field);
  }
}
