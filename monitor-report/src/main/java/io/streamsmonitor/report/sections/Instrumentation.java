package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.Requirement;

/** What to log, in the words of the specification's section 7. */
final class Instrumentation {
  private Instrumentation() {}

  static String example(Requirement requirement) {
    return switch (requirement) {
      case A ->
          """
          { "correlationId": "<UUID>", "traceId": "<trace>", "spanId": "<span>",
            "originService": "<service>", "publishedAt": "<ISO8601>", "schemaVersion": "1.0" }
          """;
      case B ->
          """
          { "level": "info|warn|error", "timestamp": "<ISO8601 with ms>", "service": "<name>",
            "correlationId": "<from context>", "traceId": "<from context>", "event": "<name>",
            "message": "<for people>", "durationMs": 0, "error": null }
          """;
      case C ->
          """
          { "event": "redis.publish", "stream": "<name>", "correlationId": "<id>",
            "messageId": "<id>", "payloadFields": ["<name>"], "publishedAt": "<ISO8601>" }
          { "event": "redis.consume", "stream": "<name>", "correlationId": "<id>",
            "messageId": "<id>", "consumer": "<name>", "receivedAt": "<ISO8601>", "lagMs": 0 }
          { "event": "redis.ack", "stream": "<name>", "correlationId": "<id>",
            "messageId": "<id>", "processingDurationMs": 0 }
          { "event": "redis.failed", "stream": "<name>", "correlationId": "<id>",
            "messageId": "<id>", "error": "<message>", "deliveryCount": 0, "willRetry": true }
          """;
      case D ->
          """
          { "event": "redis.channelHealth", "stream": "<name>", "consumerGroup": "<name>",
            "messagesConsumedLastMinute": 0, "avgLagMs": 0, "maxLagMs": 0,
            "pendingCount": 0, "errorsLastMinute": 0 }
          """;
      case E ->
          """
          { "event": "service.started", "service": "<name>", "port": 0,
            "subscribedStreams": ["<name>"], "publishedStreams": ["<name>"],
            "consumerGroups": ["<name>"], "timestamp": "<ISO8601>" }
          { "event": "service.shutdown", "service": "<name>", "reason": "SIGTERM|manual|error",
            "pendingMessages": 0, "timestamp": "<ISO8601>" }
          """;
      case F ->
          """
          monitor trace <correlation id>
          """;
    };
  }
}
