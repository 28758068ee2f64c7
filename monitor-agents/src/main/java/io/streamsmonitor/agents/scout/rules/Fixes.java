package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;

/** Snippets of right code, in the words of the client library that the file uses. */
final class Fixes {
  private Fixes() {}

  static String on(StreamCall c) {
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
    String group = group(c, "group");
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

  static String bounded(StreamCall c) {
    return ScriptFixes.covers(c) ? ScriptFixes.bounded(c) : AddFixes.bounded(c);
  }

  static String correlated(StreamCall c) {
    return ScriptFixes.covers(c) ? ScriptFixes.correlated(c) : AddFixes.correlated(c);
  }

  /** The take-over of entries whose consumer is gone. */
  static String claim(StreamCall c) {
    String group = group(c, "group");
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.claim(c);
    }
    return switch (c.client()) {
      case LETTUCE ->
          "%s.xautoclaim(%s, XAutoClaimArgs.Builder.xautoclaim(Consumer.from(%s, consumer), Duration.ofMinutes(1), \"0-0\").count(100));"
              .formatted(on(c), named(c), group);
      case SPRING ->
          "PendingMessages pending = redisTemplate.opsForStream().pending(%1$s, %2$s, Range.unbounded(), 100);\nredisTemplate.opsForStream().claim(%1$s, %2$s, consumer, Duration.ofMinutes(1), idsOf(pending));"
              .formatted(named(c), group);
      case REDISSON ->
          "%s.autoClaim(%s, consumer, 60, TimeUnit.SECONDS, StreamMessageId.MIN, 100);"
              .formatted(on(c), group);
      default ->
          "%s.xautoclaim(%s, %s, consumer, 60_000, new StreamEntryID(\"0-0\"), XAutoClaimParams.xAutoClaimParams().count(100));"
              .formatted(on(c), named(c), group);
    };
  }

  private static String group(StreamCall c, String instead) {
    return c.groupName().map(g -> '"' + g + '"').orElse(instead);
  }

  private static String consumer(StreamCall c) {
    return c.consumer() instanceof NameValue.Const x ? '"' + x.text() + '"' : "consumer";
  }

  static String group(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.group(c);
    }
    String stream = stream(c);
    String group = group(c, "group");
    String consumer = consumer(c);
    return switch (c.client()) {
      case JEDIS, ENVELOPE, IOREDIS, NODE_REDIS ->
          "%s.xreadGroup(%s, %s, XReadGroupParams.xReadGroupParams().count(100).block(2000), Map.of(%s, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));"
              .formatted(on(c), group, consumer, stream);
      case LETTUCE ->
          "%s.xreadgroup(Consumer.from(%s, %s), XReadArgs.Builder.count(100).block(2000), XReadArgs.StreamOffset.lastConsumed(%s));"
              .formatted(on(c), group, consumer, stream);
      case SPRING ->
          "container.receive(Consumer.from(%s, %s), StreamOffset.create(%s, ReadOffset.lastConsumed()), listener);"
              .formatted(group, consumer, stream);
      case REDISSON ->
          "%s.readGroup(%s, %s, StreamReadGroupArgs.neverDelivered().count(100).timeout(Duration.ofSeconds(2)));"
              .formatted(on(c), group, consumer);
    };
  }

  static String ack(StreamCall c) {
    if (ScriptFixes.covers(c)) {
      return ScriptFixes.ack(c);
    }
    String stream = stream(c);
    String group = group(c, "group");
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
    if (c.client() == Client.ENVELOPE) {
      String dead = c.streamName().map(s -> '"' + s + ".dead\"").orElse("stream + \".dead\"");
      return "%s.consumer(%s, %s).deadLetterAfter(5, %s);"
          .formatted(on(c), named(c), group(c, "group"), dead);
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
