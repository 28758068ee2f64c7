package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.Locale;

/** Snippets of right code for ioredis and node-redis. */
final class ScriptFixes {
  private ScriptFixes() {}

  static boolean covers(StreamCall c) {
    return c.client() == Client.IOREDIS || c.client() == Client.NODE_REDIS;
  }

  private static boolean words(StreamCall c) {
    return c.client() == Client.IOREDIS;
  }

  private static String on(StreamCall c) {
    return JavaText.of(c.call().target(), words(c) ? "redis" : "client");
  }

  private static String stream(StreamCall c) {
    return c.streamName().map(s -> "'" + s + "'").orElse("stream");
  }

  private static String named(StreamCall c) {
    return c.groupName().map(g -> "'" + g + "'").orElse("group");
  }

  static String createGroup(StreamCall c) {
    return words(c)
        ? "await %s.xgroup('CREATE', %s, %s, '0', 'MKSTREAM');"
            .formatted(on(c), stream(c), named(c))
        : "await %s.xGroupCreate(%s, %s, '0', { MKSTREAM: true });"
            .formatted(on(c), stream(c), named(c));
  }

  static String bounded(StreamCall c) {
    return words(c)
        ? "await %s.xadd(%s, 'MAXLEN', '~', 100000, '*', 'payload', JSON.stringify(message));"
            .formatted(on(c), stream(c))
        : "await %s.xAdd(%s, '*', message, { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: 100000 } });"
            .formatted(on(c), stream(c));
  }

  static String correlated(StreamCall c) {
    return words(c)
        ? "await %s.xadd(%s, 'MAXLEN', '~', 100000, '*', 'correlationId', correlationId, 'payload', JSON.stringify(message));"
            .formatted(on(c), stream(c))
        : "await %s.xAdd(%s, '*', { ...message, correlationId }, { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: 100000 } });"
            .formatted(on(c), stream(c));
  }

  static String group(StreamCall c) {
    return words(c)
        ? "await %s.xreadgroup('GROUP', %s, consumer, 'COUNT', 100, 'BLOCK', 2000, 'STREAMS', %s, '>');"
            .formatted(on(c), named(c), stream(c))
        : "await %s.xReadGroup(%s, consumer, [{ key: %s, id: '>' }], { COUNT: 100, BLOCK: 2000 });"
            .formatted(on(c), named(c), stream(c));
  }

  static String ack(StreamCall c) {
    return "await process(entry);\nawait %s.%s(%s, %s, entry.id);"
        .formatted(on(c), words(c) ? "xack" : "xAck", stream(c), named(c));
  }

  static String claim(StreamCall c) {
    return words(c)
        ? "await %s.xautoclaim(%s, %s, consumer, 60000, '0-0', 'COUNT', 100);"
            .formatted(on(c), stream(c), named(c))
        : "await %s.xAutoClaim(%s, %s, consumer, 60000, '0-0', { COUNT: 100 });"
            .formatted(on(c), stream(c), named(c));
  }

  static String deadLetter(StreamCall c) {
    return """
        if (deliveryCount >= MAX_DELIVERIES) {
          await publishDeadLetter(entry);
        } else {
          await process(entry);
        }
        """
        + ack(c).replace("await process(entry);\n", "");
  }

  static String breaker() {
    return "const breaker = new CircuitBreaker(publish, { timeout: 2000 });\n"
        + "await retryWithBackoff(() => breaker.fire(message));";
  }

  static String environment(String variable, String name) {
    return "const stream = process.env.%s ?? '%s';"
        .formatted(variable.toUpperCase(Locale.ROOT), name);
  }

  static String caught(String name) {
    String error = name.isEmpty() ? "error" : name;
    return "catch (%s) {\n  log.warn({ err: %s }, 'what was being done failed');\n}"
        .formatted(error, error);
  }
}
