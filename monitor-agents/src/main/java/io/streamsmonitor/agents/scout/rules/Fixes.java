package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;

/** Snippets of right code, in the words of the client library that the file uses. */
final class Fixes {
  private Fixes() {}

  private static String on(StreamCall c) {
    return JavaText.of(
        c.call().target(), c.client() == Client.SPRING ? "redisTemplate.opsForStream()" : "redis");
  }

  static String stream(StreamCall c) {
    Expr first = c.call().arg(0);
    boolean named = c.client() == Client.JEDIS || c.client() == Client.LETTUCE;
    boolean keyed = c.op().name().matches("ADD|ACK|CLAIM|TRIM|RANGE|CREATE_GROUP");
    return named && keyed
        ? JavaText.of(first, "stream")
        : c.streamName().map(s -> '"' + s + '"').orElse("stream");
  }

  /** The stream's name as a text, or a variable. */
  static String named(StreamCall c) {
    return c.streamName().map(s -> '"' + s + '"').orElse("stream");
  }

  static String createGroup(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.createGroup(c);
    }
    String group = c.groupName().map(g -> '"' + g + '"').orElse("group");
    return switch (c.client()) {
      case JEDIS, ENVELOPE, IOREDIS, NODE_REDIS ->
          "%s.xgroupCreate(%s, %s, new StreamEntryID(\"0-0\"), true);"
              .formatted(on(c), named(c), group);
      case LETTUCE ->
          "%s.xgroupCreate(XReadArgs.StreamOffset.from(%s, \"0\"), %s, XGroupCreateArgs.Builder.mkstream());"
              .formatted(on(c), named(c), group);
      case SPRING ->
          "redisTemplate.opsForStream().createGroup(%s, ReadOffset.from(\"0\"), %s);"
              .formatted(named(c), group);
      case REDISSON ->
          "%s.createGroup(StreamCreateGroupArgs.name(%s).id(StreamMessageId.ALL).makeStream());"
              .formatted(on(c), group);
    };
  }

  private static String fields(StreamCall c) {
    return c.payload().isEmpty() ? "fields" : JavaText.of(c.payload().get(0), "fields");
  }

  static String bounded(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.bounded(c);
    }
    return add(c, fields(c));
  }

  private static String add(StreamCall c, String fields) {
    return switch (c.client()) {
      case JEDIS, IOREDIS, NODE_REDIS ->
          "%s.xadd(%s, XAddParams.xAddParams().maxLen(100_000).approximateTrimming(), %s);"
              .formatted(on(c), stream(c), fields);
      case LETTUCE ->
          "%s.xadd(%s, XAddArgs.Builder.maxlen(100_000).approximateTrimming(), %s);"
              .formatted(on(c), stream(c), fields);
      case SPRING ->
          "%s.add(%s, XAddOptions.maxlen(100_000).approximateTrimming(true));"
              .formatted(on(c), JavaText.of(c.call().arg(0), "record"));
      case REDISSON ->
          "%s.add(StreamAddArgs.entries(%s).trimNonStrict().maxLen(100_000).noLimit());"
              .formatted(on(c), "fields");
      case ENVELOPE -> "redis.publisher(%s).maxLen(100_000);".formatted(stream(c));
    };
  }

  static String correlated(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.correlated(c);
    }
    return switch (c.client()) {
      case SPRING, REDISSON ->
          "fields.put(\"correlationId\", correlationId);\n"
              + add(c, "fields").replace(JavaText.of(c.call().arg(0), "record"), "record");
      default -> "fields.put(\"correlationId\", correlationId);\n" + add(c, "fields");
    };
  }

  static String group(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.group(c);
    }
    String stream = stream(c);
    return switch (c.client()) {
      case JEDIS, ENVELOPE, IOREDIS, NODE_REDIS ->
          "%s.xreadGroup(group, consumer, XReadGroupParams.xReadGroupParams().count(100).block(2000), Map.of(%s, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));"
              .formatted(on(c), stream);
      case LETTUCE ->
          "%s.xreadgroup(Consumer.from(group, consumer), XReadArgs.Builder.count(100).block(2000), XReadArgs.StreamOffset.lastConsumed(%s));"
              .formatted(on(c), stream);
      case SPRING ->
          "container.receive(Consumer.from(group, consumer), StreamOffset.create(%s, ReadOffset.lastConsumed()), listener);"
              .formatted(stream);
      case REDISSON ->
          "%s.readGroup(group, consumer, StreamReadGroupArgs.neverDelivered().count(100).timeout(Duration.ofSeconds(2)));"
              .formatted(on(c));
    };
  }

  static String ack(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.ack(c);
    }
    String stream = stream(c);
    String group = c.groupName().map(g -> '"' + g + '"').orElse("group");
    String ack =
        switch (c.client()) {
          case JEDIS, ENVELOPE, IOREDIS, NODE_REDIS ->
              "%s.xack(%s, %s, entry.getID());".formatted(on(c), stream, group);
          case LETTUCE -> "%s.xack(%s, %s, message.getId());".formatted(on(c), stream, group);
          case SPRING -> "redisTemplate.opsForStream().acknowledge(%s, record);".formatted(group);
          case REDISSON -> "%s.ack(%s, id);".formatted(on(c), group);
        };
    return "process(entry);\n" + ack;
  }

  static String deadLetter(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.deadLetter(c);
    }
    return """
        if (deliveryCount >= MAX_DELIVERIES) {
          publishDeadLetter(entry);
        } else {
          process(entry);
        }
        """
        + ack(c).replace("process(entry);\n", "");
  }

  static String breaker(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.breaker();
    }
    String add =
        "retry.executeRunnable(() -> circuitBreaker.executeRunnable(() -> publish(entry)));";
    return c.client() == Client.SPRING
        ? "@CircuitBreaker(name = \"redis\")\n@Retry(name = \"redis\")\nvoid publish(Entry entry) {\n  "
            + bounded(c)
            + "\n}"
        : add;
  }
}
