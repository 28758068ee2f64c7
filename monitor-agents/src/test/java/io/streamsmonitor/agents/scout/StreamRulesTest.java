package io.streamsmonitor.agents.scout;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Draft;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that join what several places say, or know more of Redis than a search for words. */
class StreamRulesTest {
  private static final String READ =
      "void read() { for (var batch : jedis.xreadGroup(\"g\", host(), params, Map.of(\"s\", %s))) { %s } }";
  private static final String NEW = "StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY";
  private static final String OLD = "new StreamEntryID(\"0-0\")";
  private static final String FIELD = "private Jedis one = new Jedis(); ";

  /** A rule, code where it fires, and code where it stays silent. */
  record Case(String rule, String fires, String silent) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(
            "code.group-never-created",
            READ.formatted(NEW, "")
                + "void make() { jedis.xgroupCreate(\"other\", \"h\", id, true); }",
            READ.formatted(NEW, "")
                + "void make() { jedis.xgroupCreate(\"s\", \"g\", id, true); }"),
        new Case(
            "code.group-never-read",
            READ.formatted(NEW, "")
                + "void make() { jedis.xgroupCreate(\"s\", \"g\", id, true); jedis.xgroupCreate(\"t\", \"fraud\", id, true); }",
            READ.formatted(NEW, "")
                + "void make() { jedis.xgroupCreate(\"s\", \"g\", id, true); }"),
        new Case(
            "code.stream-never-written",
            READ.formatted(NEW, "") + "void add() { jedis.xadd(\"t\", params, fields); }",
            READ.formatted(NEW, "") + "void add() { jedis.xadd(\"s\", params, fields); }"),
        new Case(
            "code.ack-in-finally",
            READ.formatted(
                NEW, "try { handle(batch); } finally { jedis.xack(\"s\", \"g\", id(batch)); }"),
            READ.formatted(NEW, "handle(batch); jedis.xack(\"s\", \"g\", id(batch));")),
        new Case(
            "code.pending-acked-unprocessed",
            READ.formatted(
                OLD, "batch.getValue().forEach(e -> jedis.xack(\"s\", \"g\", e.getID()));"),
            READ.formatted(
                OLD,
                "batch.getValue().forEach(e -> { handle(e); jedis.xack(\"s\", \"g\", e.getID()); });")),
        new Case(
            "code.pending-without-delivery-cap",
            "void run() { while (true) { read(); } } " + READ.formatted(OLD, "handle(batch);"),
            "void run() { while (true) { read(); } } "
                + READ.formatted(
                    OLD,
                    "if (deliveryCount(batch) > 3) { setAside(batch); } else { handle(batch); }")),
        new Case(
            "code.claim-too-early",
            "void claim() { jedis.xautoclaim(\"s\", \"g\", \"c\", 30, id, params); }",
            "void claim() { jedis.xautoclaim(\"s\", \"g\", \"c\", 60_000, id, params); }"),
        new Case(
            "code.block-without-end",
            "void read() { jedis.xreadGroup(\"g\", \"c\", new XReadGroupParams().block(0), Map.of(\"s\", id)); }",
            "void read() { jedis.xreadGroup(\"g\", \"c\", new XReadGroupParams().block(2000), Map.of(\"s\", id)); }"),
        new Case(
            "code.block-beyond-timeout",
            "Object config() { return DefaultJedisClientConfig.builder().blockingSocketTimeoutMillis(2000).build(); } void read() { jedis.xreadGroup(\"g\", \"c\", new XReadGroupParams().block(5000), Map.of(\"s\", id)); }",
            "Object config() { return DefaultJedisClientConfig.builder().blockingSocketTimeoutMillis(9000).build(); } void read() { jedis.xreadGroup(\"g\", \"c\", new XReadGroupParams().block(5000), Map.of(\"s\", id)); }"),
        new Case(
            "code.shared-blocking-connection",
            FIELD
                + "void read() { one.xreadGroup(\"g\", \"c\", new XReadGroupParams().block(5000), Map.of(\"s\", id)); } void other() { one.set(\"a\", \"b\"); }",
            FIELD
                + "void read() { one.xreadGroup(\"g\", \"c\", new XReadGroupParams().block(5000), Map.of(\"s\", id)); } void other() { jedis.set(\"a\", \"b\"); }"),
        new Case(
            "code.random-consumer-name",
            "private final String me = \"worker-\" + UUID.randomUUID(); void read() { jedis.xreadGroup(\"g\", me, params, Map.of(\"s\", id)); }",
            "private final String me = \"worker-\" + UUID.randomUUID(); void read() { jedis.xreadGroup(\"g\", me, params, Map.of(\"s\", id)); } void stop() { jedis.xgroupDelConsumer(\"s\", \"g\", me); }"),
        new Case(
            "code.effect-without-message-id",
            READ.formatted(NEW, "jedis.incr(\"orders\"); jedis.xack(\"s\", \"g\", id(batch));"),
            READ.formatted(
                NEW, "if (jedis.setnx(key(batch), \"1\") == 1) { jedis.incr(\"orders\"); }")),
        new Case(
            "code.trim-setting-unused",
            "@Value(\"${streams.trim-count:1000}\") private long streamsTrimCount;",
            "@Value(\"${streams.trim-count:1000}\") private long streamsTrimCount; void add() { jedis.xadd(\"s\", XAddParams.xAddParams().maxLen(streamsTrimCount), fields); }"),
        new Case(
            "code.field-never-written",
            "void add() { jedis.xadd(\"s\", XAddParams.xAddParams().maxLen(9), Map.of(\"orderId\", \"1\")); }"
                + READ.formatted(
                    NEW,
                    "for (var e : batch.getValue()) { handle(e.getFields().get(\"order_id\")); }"),
            "void add() { jedis.xadd(\"s\", XAddParams.xAddParams().maxLen(9), Map.of(\"orderId\", \"1\")); }"
                + READ.formatted(
                    NEW,
                    "for (var e : batch.getValue()) { handle(e.getFields().get(\"orderId\")); }")));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("cases")
  void firesWhereTheCodeIsWrong(Case c) {
    List<Draft> drafts = CodeSample.in(folder).jedis("Sample", c.fires()).drafts(c.rule());

    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).locations()).hasSize(1);
    assertThat(drafts.get(0).details())
        .containsKeys("evidence", "recommendation", "hypothesis", "codeSnippetBefore");
    assertThat(drafts.get(0).rule().effort()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void staysSilentWhereTheCodeIsRight(Case c) {
    assertThat(CodeSample.in(folder).jedis("Sample", c.silent()).drafts(c.rule())).isEmpty();
  }
}
