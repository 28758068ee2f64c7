package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.Requirement;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.text.Visible;
import java.util.Set;

/** What to log, in the words of the specification's section 7. */
final class Instrumentation {
  private Instrumentation() {}

  /** The example for one service, with its own names where they are known. */
  static String example(Requirement requirement, String service, Topology topology) {
    String name = Visible.line(service).replace("\"", "'");
    String written = first(topology.writtenBy(service));
    String read = first(topology.readBy(service));
    String any = written.isEmpty() ? read : written;
    String out = example(requirement).replace("<service>", name);
    out = read.isEmpty() ? out : out.replace("<read>", read).replace("<reader>", name);
    out = any.isEmpty() ? out : out.replace("<written>", any);
    return out.replaceAll("<(read|reader|written)>", "<name>");
  }

  private static String first(Set<String> streams) {
    return streams.stream().findFirst().map(s -> Visible.line(s).replace("\"", "'")).orElse("");
  }

  private static String example(Requirement requirement) {
    return switch (requirement) {
      case A ->
          """
          { "correlationId": "<UUID>", "traceId": "<trace>", "spanId": "<span>",
            "originService": "<service>", "publishedAt": "<ISO8601>", "schemaVersion": "1.0" }
          """;
      case B ->
          """
          { "level": "info|warn|error", "timestamp": "<ISO8601 with ms>", "service": "<service>",
            "correlationId": "<from context>", "traceId": "<from context>", "event": "<name>",
            "message": "<for people>", "durationMs": 0, "error": null }
          """;
      case C ->
          """
          { "event": "redis.publish", "stream": "<written>", "correlationId": "<id>",
            "messageId": "<id>", "payloadFields": ["<name>"], "publishedAt": "<ISO8601>" }
          { "event": "redis.consume", "stream": "<read>", "correlationId": "<id>",
            "messageId": "<id>", "consumer": "<reader>", "receivedAt": "<ISO8601>", "lagMs": 0 }
          { "event": "redis.ack", "stream": "<read>", "correlationId": "<id>",
            "messageId": "<id>", "processingDurationMs": 0 }
          { "event": "redis.failed", "stream": "<read>", "correlationId": "<id>",
            "messageId": "<id>", "error": "<message>", "deliveryCount": 0, "willRetry": true }
          """;
      case D ->
          """
          { "event": "redis.channelHealth", "stream": "<read>", "consumerGroup": "<name>",
            "messagesConsumedLastMinute": 0, "avgLagMs": 0, "maxLagMs": 0,
            "pendingCount": 0, "errorsLastMinute": 0 }
          """;
      case E ->
          """
          { "event": "service.started", "service": "<service>", "port": 0,
            "subscribedStreams": ["<read>"], "publishedStreams": ["<written>"],
            "consumerGroups": ["<name>"], "timestamp": "<ISO8601>" }
          { "event": "service.shutdown", "service": "<service>", "reason": "SIGTERM|manual|error",
            "pendingMessages": 0, "timestamp": "<ISO8601>" }
          """;
      case F ->
          """
          monitor trace <correlation id>
          """;
    };
  }
}
