package io.streamsmonitor.agents.scout;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proposed snippet is one of the file's own client, and put in place ends the finding. */
class ClientFixesTest {
  private static final String LETTUCE = "io.lettuce.core.*; import io.lettuce.core.api.sync.*";
  private static final String REACTIVE = "io.lettuce.core.*; import io.lettuce.core.api.reactive.*";
  private static final String SPRING =
      "org.springframework.data.redis.core.*; import org.springframework.data.redis.connection.stream.*;"
          + " import org.springframework.data.redis.stream.*";
  private static final String REDISSON = "org.redisson.api.*; import org.redisson.api.stream.*";

  private static final String LETTUCE_READ =
      "redis.xreadgroup(Consumer.from(\"g\", host()), XReadArgs.Builder%s, XReadArgs.StreamOffset.lastConsumed(\"s\"))";
  private static final String REDISSON_READ =
      "stream.readGroup(\"g\", host(), StreamReadGroupArgs.neverDelivered()%s)";
  private static final String SPRING_READ =
      "template.opsForStream().read(Consumer.from(\"g\", host()), StreamReadOptions.empty()%s, StreamOffset.create(\"s\", ReadOffset.lastConsumed()))";
  private static final String LOOP =
      "void run() { while (true) { for (var e : %s) { handle(e); %s } } }";

  /**
   * @param target what the snippet stands for in the code
   * @param with how it stands there; {@code %s} is the snippet
   */
  record Case(String client, String rule, String code, String target, String with) {
    @Override
    public String toString() {
      return client + " " + rule;
    }

    String file(String members) {
      String imports =
          switch (client) {
            case "lettuce" -> LETTUCE;
            case "reactive" -> REACTIVE;
            case "spring" -> SPRING;
            case "envelope" -> "io.streamsmonitor.envelope.*";
            default -> REDISSON;
          };
      return """
          package shop;
          import java.time.*;
          import java.util.*;
          import %s;
          class Sample {
            private RedisCommands<String, String> redis;
            private StringRedisTemplate template;
            private RStream<String, String> stream = redisson.getStream("s");
            private RedissonClient redisson;
            private StreamMessageListenerContainer<String, MapRecord<String, String, String>> container;
            private String correlationId;
            private MonitoredRedis monitored;
          %s
          }
          """
          .formatted(imports, members)
          .replace(
              "RedisCommands<",
              client.equals("reactive") ? "RedisReactiveCommands<" : "RedisCommands<");
    }
  }

  static List<Case> cases() {
    List<Case> out = new ArrayList<>();
    adds(out, "lettuce", "redis.xadd(\"s\", fields);");
    adds(out, "spring", "template.opsForStream().add(\"s\", fields);");
    adds(out, "spring", "template.opsForStream().add(MapRecord.create(\"s\", fields));");
    adds(out, "redisson", "stream.add(StreamAddArgs.entries(fields));");
    adds(out, "redisson", "stream.add(StreamAddArgs.entry(\"a\", \"1\"));");
    adds(out, "lettuce", "redis.xadd(\"s\", \"a\", \"1\", \"b\", \"2\");");
    adds(out, "lettuce", "redis.xadd(\"s\", Map.of(\"a\", \"1\"));");
    reads(
        out, "lettuce", LETTUCE_READ, ".block(900).count(9)", ".count(9)", ".count(1).block(900)");
    reads(
        out,
        "spring",
        SPRING_READ,
        ".block(Duration.ofMillis(900)).count(9)",
        ".count(9)",
        ".count(1).block(Duration.ofMillis(900))");
    reads(
        out,
        "redisson",
        REDISSON_READ,
        ".timeout(Duration.ofMillis(900)).count(9)",
        ".count(9)",
        ".count(1).timeout(Duration.ofMillis(900))");
    out.add(
        new Case(
            "reactive",
            "code.xadd-without-maxlen",
            "Mono<String> add(Map<String, String> fields) { return redis.xadd(\"s\", fields); }",
            "redis.xadd(\"s\", fields);",
            "%s"));
    group(
        out,
        "lettuce",
        "redis.xread(XReadArgs.Builder.block(9), XReadArgs.StreamOffset.from(\"s\", id));");
    group(
        out,
        "spring",
        "template.opsForStream().read(StreamOffset.create(\"s\", ReadOffset.latest()));");
    group(out, "redisson", "stream.read(StreamReadArgs.greaterThan(id));");
    String publisher = "monitored.publisher(\"s\").unbounded();";
    String consumer = "monitored.consumer(\"s\", \"g\");";
    out.add(
        new Case(
            "envelope",
            "code.xadd-without-maxlen",
            "void open() { " + publisher + " }",
            publisher,
            "%s"));
    out.add(
        new Case(
            "envelope", "code.no-dead-letter", "void open() { " + consumer + " }", consumer, "%s"));
    out.add(
        new Case(
            "envelope",
            "code.hardcoded-stream-name",
            "void open() { /* here */ monitored.publisher(\"s\"); }",
            "/* here */ monitored.publisher(\"s\");",
            "%s monitored.publisher(stream);"));
    keys(out, "lettuce", "redis.keys(\"user:*\");");
    keys(out, "spring", "template.keys(\"user:*\");");
    return out;
  }

  private static void adds(List<Case> out, String client, String add) {
    String method = "void add(Map<String, String> fields) { " + add + " }";
    out.add(new Case(client, "code.xadd-without-maxlen", method, add, "%s"));
    out.add(new Case(client, "code.no-correlation-id", method, add, "%s"));
    out.add(
        new Case(
            client,
            "code.no-circuit-breaker",
            method.replace("void add", "/* here */ void publish")
                + " void call(Entry entry) { /* there */ }",
            client.equals("spring")
                ? "/* here */ void publish(Map<String, String> fields) { " + add + " }"
                : "/* there */",
            "%s"));
    if (!client.equals("redisson")) {
      out.add(
          new Case(
              client,
              "code.hardcoded-stream-name",
              method.replace(add, "/* here */ " + add),
              "/* here */ " + add,
              "%s " + add.replace("\"s\"", "stream")));
    }
  }

  private static void reads(
      List<Case> out, String client, String read, String good, String polls, String single) {
    String whole = read.formatted(good);
    out.add(
        new Case(
            client,
            "code.group-read-without-ack",
            LOOP.formatted(whole, "/* here */"),
            "handle(e); /* here */",
            "%s"));
    out.add(
        new Case(
            client,
            "code.no-dead-letter",
            LOOP.formatted(whole, "/* here */"),
            "handle(e); /* here */",
            "int deliveryCount = count(e); %s"));
    out.add(
        new Case(
            client,
            "code.polling-read",
            "void run() { while (true) { /* in */ " + read.formatted(polls) + "; } }",
            "/* in */ " + read.formatted(polls) + ";",
            "%s"));
    out.add(
        new Case(
            client,
            "code.single-message-read",
            "void run() { while (true) { /* in */ " + read.formatted(single) + "; } }",
            "/* in */ " + read.formatted(single) + ";",
            "%s"));
  }

  private static void keys(List<Case> out, String client, String keys) {
    out.add(new Case(client, "code.keys-scan", "void all() { " + keys + " }", keys, "%s"));
  }

  private static void group(List<Case> out, String client, String read) {
    out.add(
        new Case(
            client,
            "code.xread-without-group",
            "void read() { /* in */ " + read + " }",
            "/* in */ " + read,
            "%s"));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("cases")
  void endsTheFinding(Case c) {
    List<Draft> before = sample(c.file(c.code())).drafts(c.rule());
    assertThat(before).hasSize(1);

    String after = before.get(0).text("codeSnippetAfter");
    assertThat(after).isNotEmpty();
    assertThat(c.code()).contains(c.target());
    String fixed = c.file(c.code().replace(c.target(), c.with().formatted(after)));

    assertThat(sample(fixed).drafts(c.rule())).as(fixed).isEmpty();
    assertThat(sample(fixed).scan().facts().gaps()).as(fixed).isEmpty();
  }

  /** A snippet stands for the call that it replaces: what is written must not change. */
  @ParameterizedTest
  @MethodSource("writes")
  void keepsWhatIsWritten(String client, String add, String expected) {
    assertThat(proposed("code.xadd-without-maxlen", client, add)).isEqualTo(expected);
  }

  static List<Arguments> writes() {
    return List.of(
        Arguments.of(
            "lettuce",
            "redis.xadd(\"s\", \"a\", \"1\");",
            "redis.xadd(\"s\", XAddArgs.Builder.maxlen(100_000).approximateTrimming(), \"a\", \"1\");"),
        Arguments.of(
            "spring",
            "template.opsForStream().add(\"s\", fields);",
            "template.opsForStream().add(MapRecord.create(\"s\", fields), XAddOptions.maxlen(100_000).approximateTrimming(true));"),
        Arguments.of(
            "spring",
            "var r = StreamRecords.newRecord().ofObject(order).withStreamKey(\"s\"); template.opsForStream().add(r);",
            "template.opsForStream().add(r, XAddOptions.maxlen(100_000).approximateTrimming(true));"),
        Arguments.of(
            "redisson",
            "stream.add(StreamAddArgs.entry(\"a\", \"1\"));",
            "stream.add(StreamAddArgs.entry(\"a\", \"1\").trimNonStrict().maxLen(100_000).noLimit());"),
        Arguments.of(
            "redisson",
            "stream.add(\"a\", \"1\");",
            "stream.add(StreamAddArgs.entries(Map.of(\"a\", \"1\")).trimNonStrict().maxLen(100_000).noLimit());"));
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void tiesTheSameEntryToItsCause(String client, String add, String expected) {
    assertThat(proposed("code.no-correlation-id", client, add)).isEqualTo(expected);
  }

  static List<Arguments> correlations() {
    return List.of(
        Arguments.of(
            "lettuce",
            "redis.xadd(\"s\", \"a\", \"1\");",
            "redis.xadd(\"s\", XAddArgs.Builder.maxlen(100_000).approximateTrimming(), \"a\", \"1\", \"correlationId\", correlationId);"),
        Arguments.of(
            "lettuce",
            "redis.xadd(\"s\", fields);",
            "fields.put(\"correlationId\", correlationId);\nredis.xadd(\"s\", XAddArgs.Builder.maxlen(100_000).approximateTrimming(), fields);"),
        Arguments.of(
            "spring",
            "var r = StreamRecords.newRecord().ofObject(order).withStreamKey(\"s\"); template.opsForStream().add(r);",
            "fields.put(\"correlationId\", correlationId);\ntemplate.opsForStream().add(MapRecord.create(\"s\", fields), XAddOptions.maxlen(100_000).approximateTrimming(true));"),
        Arguments.of(
            "redisson",
            "stream.add(StreamAddArgs.entry(\"a\", \"1\"));",
            "Map<String, String> fields = new HashMap<>(Map.of(\"a\", \"1\"));\nfields.put(\"correlationId\", correlationId);\nstream.add(StreamAddArgs.entries(fields).trimNonStrict().maxLen(100_000).noLimit());"));
  }

  private String proposed(String rule, String client, String add) {
    String method = "void add(Map<String, String> fields, Order order) { " + add + " }";
    String file = new Case(client, rule, method, "", "").file(method);
    return sample(file).drafts(rule).get(0).text("codeSnippetAfter");
  }

  private CodeSample sample(String text) {
    return CodeSample.in(folder).file("src/main/java/shop/Sample.java", text);
  }
}
