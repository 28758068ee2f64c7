package io.streamsmonitor.agents.scout;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.Draft;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeRulesTest {
  private static final String GROUP_LOOP =
      """
      void run() {
        while (true) {
          for (var batch : jedis.xreadGroup("g", host(), new XReadGroupParams().block(1000).count(10), Map.of(stream(), StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))) {
            batch.getValue().forEach(e -> { handle(e); %s });
          }
        }
      }
      """;

  /** A rule, code where it fires, and code where it stays silent. */
  record Case(String rule, String fires, String silent) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static List<Case> cases() {
    String ack = "jedis.xack(stream(), \"g\", e.getID());";
    return List.of(
        new Case(
            "code.xadd-without-maxlen",
            "void add() { jedis.xadd(stream(), XAddParams.xAddParams(), Map.of(\"a\", \"1\")); }",
            "void add() { var p = new XAddParams(); p.maxLen(1000).approximateTrimming(); jedis.xadd(stream(), p, Map.of(\"a\", \"1\")); }"),
        new Case(
            "code.xread-without-group",
            "void read() { jedis.xread(new XReadParams().block(5), Map.of(stream(), id)); }",
            GROUP_LOOP.formatted(ack)),
        new Case(
            "code.group-read-without-ack", GROUP_LOOP.formatted(""), GROUP_LOOP.formatted(ack)),
        new Case(
            "code.hardcoded-stream-name",
            "static final String S = \"orders\"; void add() { jedis.xadd(S, fields, params); }",
            "void add() { jedis.xadd(System.getenv(\"ORDERS\"), fields, params); }"),
        new Case(
            "code.no-dead-letter",
            GROUP_LOOP.formatted(ack),
            GROUP_LOOP.formatted(ack) + "void giveUp(StreamEntry e) { moveToDeadLetter(e); }"),
        new Case(
            "code.polling-read",
            GROUP_LOOP.formatted(ack).replace(".block(1000)", ""),
            GROUP_LOOP.formatted(ack)),
        new Case(
            "code.single-message-read",
            GROUP_LOOP.formatted(ack).replace("count(10)", "count(1)"),
            GROUP_LOOP.formatted(ack)),
        new Case(
            "code.console-logging",
            "void say() { list.forEach(System.out::println); }",
            "void say() { log.info(\"System.out is not used\"); }"),
        new Case(
            "code.no-correlation-id",
            "void add() { jedis.xadd(stream(), Map.of(\"orderId\", \"1\"), params); }",
            "void add() { jedis.xadd(stream(), fields(), params); } Map<String, String> fields() { return Map.of(\"correlationId\", \"1\"); }"),
        new Case(
            "code.silent-catch",
            "int n(String s) { try { return Integer.parseInt(s); } catch (NumberFormatException e) { } return 0; }",
            "int n(String s) { try { return Integer.parseInt(s); } catch (NumberFormatException e) { log.warn(\"no number\", e); } return 0; }"),
        new Case(
            "code.keys-scan",
            "Set<String> all() { return jedis.keys(\"user:*\"); }",
            "Set<String> all(Map<String, String> map) { return map.keySet(); }"),
        new Case(
            "code.no-circuit-breaker",
            "void add() { jedis.xadd(stream(), fields, params); }",
            "void add() { circuitBreaker.run(() -> jedis.xadd(stream(), fields, params)); }"),
        new Case(
            "code.group-names-differ",
            "void make() { jedis.xgroupCreate(\"s\", \"one\", id, true); } void read() { jedis.xreadGroup(\"two\", host(), params, Map.of(\"s\", id)); }",
            "void make() { jedis.xgroupCreate(\"s\", \"one\", id, true); } void read() { jedis.xreadGroup(\"one\", host(), params, Map.of(\"s\", id)); }"),
        new Case(
            "code.group-without-mkstream",
            "void make() { jedis.xgroupCreate(\"s\", \"one\", id, false); }",
            "void make() { jedis.xgroupCreate(\"s\", \"one\", id, true); }"),
        new Case(
            "code.ack-before-processing",
            "void on(StreamEntry e) { jedis.xack(\"s\", \"g\", e.getID()); if (ready) { } } void each(List<StreamEntry> l) { for (StreamEntry e : l) { jedis.xack(\"s\", \"g\", e.getID()); handle(e); } }",
            "void each(List<StreamEntry> l) { for (StreamEntry e : l) { handle(e); jedis.xack(\"s\", \"g\", e.getID()); } }"),
        new Case(
            "code.constant-consumer-name",
            "void read() { jedis.xreadGroup(\"g\", \"worker-1\", params, Map.of(\"s\", id)); }",
            "void read() { jedis.xreadGroup(\"g\", System.getenv(\"HOSTNAME\"), params, Map.of(\"s\", id)); }"),
        new Case(
            "code.retry-without-pause",
            "void send() { while (true) { try { call(); return; } catch (RuntimeException e) { log.warn(\"again\", e); } } }",
            "void send() throws Exception { while (true) { try { call(); return; } catch (RuntimeException e) { Thread.sleep(100); } } }"),
        new Case(
            "code.consumer-loop-ends",
            "void run() { try { while (running) { jedis.xreadGroup(\"g\", host(), params, Map.of(\"s\", id)); } } catch (Exception e) { log.error(\"end\", e); } }",
            "void run() { while (running) { try { jedis.xreadGroup(\"g\", host(), params, Map.of(\"s\", id)); } catch (Exception e) { log.error(\"go on\", e); } } }"),
        new Case(
            "code.any-error-for-busygroup",
            "void make() { try { jedis.xgroupCreate(\"s\", \"g\", id, true); } catch (Exception e) { log.info(\"group exists\"); } }",
            "void make() { try { jedis.xgroupCreate(\"s\", \"g\", id, true); } catch (Exception e) { if (!e.getMessage().contains(\"BUSYGROUP\")) { throw e; } } }"),
        new Case(
            "code.secret-in-source",
            "void in() { jedis.auth(\"" + "s3cr" + "et-Pa55\"); }",
            "void in() { jedis.auth(System.getenv(\"REDIS_PASSWORD\")); String password = \"${REDIS_PASSWORD}\"; }"),
        new Case(
            "code.exact-trim",
            "void add() { jedis.xadd(\"s\", XAddParams.xAddParams().maxLen(1000), fields); }",
            "void add() { jedis.xadd(\"s\", XAddParams.xAddParams().maxLen(1000).approximateTrimming(), fields); }"),
        new Case(
            "code.whole-stream-range",
            "void all() { jedis.xrange(\"s\", \"-\", \"+\"); }",
            "void page() { jedis.xrange(\"s\", \"-\", \"+\", 100); }"),
        new Case(
            "code.pending-never-claimed",
            GROUP_LOOP.formatted(ack),
            GROUP_LOOP.formatted(ack)
                + "void claim() { jedis.xautoclaim(stream(), \"g\", host(), 60000, id, params); }"),
        new Case(
            "code.group-starts-at-end",
            "void make() { jedis.xgroupCreate(\"s\", \"g\", StreamEntryID.LAST_ENTRY, true); }",
            "void make() { jedis.xgroupCreate(\"s\", \"g\", new StreamEntryID(\"0-0\"), true); }"),
        new Case(
            "code.stream-never-read",
            "void add() { jedis.xadd(\"s\", fields, params); } void read() { jedis.xreadGroup(\"g\", \"c\", params, Map.of(\"t\", id)); }",
            "void add() { jedis.xadd(\"s\", fields, params); } void read() { jedis.xreadGroup(\"g\", \"c\", params, Map.of(\"s\", id)); }"));
  }

  @TempDir Path folder;

  /** Which files are parsed is decided by words; that must not decide on what is found. */
  @ParameterizedTest
  @MethodSource("cases")
  void saysTheSameWithEveryFileParsed(Case c) {
    CodeSample sample =
        CodeSample.in(folder)
            .jedis("Wrong", c.fires())
            .jedis("Right", c.silent())
            .jedis("Caller", "void go() { new Wrong().add(); Right.make(); }")
            .file("src/main/java/shop/Names.java", "package shop; class Names { int n; }");

    assertThat(said(SourceScanner.scanEverything(sample.scope(), ConfigValues.NONE)))
        .isEqualTo(said(sample.scan()));
  }

  private static List<String> said(ScanResult result) {
    return EnhancementScout.judge(result).stream()
        .map(d -> d.rule().id() + " " + d.locations())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void firesWhereTheCodeIsWrong(Case c) {
    List<Draft> drafts = CodeSample.in(folder).jedis("Sample", c.fires()).drafts(c.rule());

    assertThat(drafts).hasSize(1);
    Draft draft = drafts.get(0);
    assertThat(draft.locations()).isNotEmpty().allMatch(l -> l.file().endsWith("Sample.java"));
    assertThat(draft.details())
        .containsKeys(
            "pattern",
            "evidence",
            "recommendation",
            "hypothesis",
            "codeSnippetBefore",
            "affectedServices",
            "affectedStreams",
            "relatedFindings");
    assertThat(draft.rule().effort()).isNotNull();
    assertThat(draft.rule().impact()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void staysSilentWhereTheCodeIsRight(Case c) {
    assertThat(CodeSample.in(folder).jedis("Sample", c.silent()).drafts(c.rule())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void showsAnAfterSnippetThatParses(Case c) {
    Object after =
        CodeSample.in(folder)
            .jedis("Sample", c.fires())
            .drafts(c.rule())
            .get(0)
            .details()
            .getOrDefault("codeSnippetAfter", ";");
    String text = after.toString().startsWith("catch") ? "try { x(); } " + after : after.toString();

    JavaParser parser = new JavaParser();
    boolean statements =
        parser
            .parseBlock("{" + text.replaceAll("private |public |static ", "") + "}")
            .isSuccessful();
    boolean members = parser.parse("class A {" + text + "}").isSuccessful();

    assertThat(statements || members).as(text).isTrue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void staysSilentInTestCode(Case c) {
    CodeSample sample =
        CodeSample.in(folder)
            .file(
                "src/test/java/shop/Sample.java",
                "package shop; import redis.clients.jedis.*; class Sample { UnifiedJedis jedis; "
                    + c.fires()
                    + " }");

    assertThat(sample.drafts(c.rule())).isEmpty();
  }

  @Test
  void firesOnceForEveryThirdFileThatSpellsAName() {
    CodeSample sample = CodeSample.in(folder);
    for (String name : List.of("A", "B", "C")) {
      sample.jedis(name, "void add() { jedis.xadd(\"orders\", fields, params); }");
    }

    assertThat(sample.drafts("code.stream-name-in-many-files")).hasSize(1);
  }

  @Test
  void staysSilentWhereACommentSaysWhy() {
    CodeSample sample =
        CodeSample.in(folder)
            .jedis(
                "Sample",
                "void all() {\n// monitor:ignore code.keys-scan run by hand on a copy\njedis.keys(\"*\");\n}")
            .jedis(
                "Other", "void all() {\n// monitor:ignore code.keys-scan\njedis.keys(\"*\");\n}");

    assertThat(sample.places("code.keys-scan")).containsExactly("Other.java:12");
  }

  @Test
  void keepsASecretOutOfItsOwnFinding() {
    String secret = "hunter" + 2 + "hunter";
    Draft draft =
        CodeSample.in(folder)
            .jedis("Sample", "void in() { jedis.auth(\"" + secret + "\"); }")
            .drafts("code.secret-in-source")
            .get(0);

    assertThat(draft.details().toString()).doesNotContain(secret);
  }

  @Test
  void staysSilentWhereAnotherServiceTrimsTheStream() {
    CodeSample tree =
        CodeSample.in(folder)
            .file("producer/pom.xml", "<project/>")
            .file(
                "producer/src/main/java/shop/Producer.java",
                "package shop; import redis.clients.jedis.*; class Producer { void add(Jedis jedis) { jedis.xadd(\"orders\", id, map); } }")
            .file(
                "consumer/src/main/java/shop/Consumer.java",
                "package shop; import redis.clients.jedis.*; class Consumer { void on(Jedis jedis) { jedis.xtrim(\"orders\", 1000, true); } }");

    assertThat(tree.places("code.xadd-without-maxlen")).isEmpty();
  }

  @Test
  void takesALimitOfAttemptsForOneOfDeliveriesOnlyWhereAnEntryCanGoElsewhere() {
    String loop = GROUP_LOOP.formatted("jedis.xack(stream(), \"g\", e.getID());");

    assertThat(
            CodeSample.in(folder)
                .jedis("Sample", "int maxAttempts = 5; " + loop)
                .places("code.no-dead-letter"))
        .hasSize(1);
    assertThat(
            CodeSample.in(folder)
                .jedis(
                    "Sample",
                    "int maxAttempts = 5; "
                        + loop
                        + " void giveUp() { jedis.xadd(\"failed\", fields, params); }")
                .places("code.no-dead-letter"))
        .isEmpty();
  }

  @Test
  void staysSilentAboutAnEntryThatOnlyMakesTheStream() {
    CodeSample tree =
        CodeSample.in(folder)
            .jedis(
                "Sample",
                "void make() { var id = jedis.xadd(stream(), fields, params); jedis.xdel(stream(), id); }");

    assertThat(tree.places("code.xadd-without-maxlen")).isEmpty();
    assertThat(tree.places("code.no-correlation-id")).isEmpty();
  }

  @Test
  void staysSilentWhereATrimIsOnTheSameOneOfSeveralStreams() {
    assertThat(
            CodeSample.in(folder)
                .jedis(
                    "Sample",
                    "static String s = test ? \"a\" : \"b\"; void add() { jedis.xadd(s, fields, params); } void trim() { jedis.xtrim(s, 100, true); }")
                .places("code.xadd-without-maxlen"))
        .isEmpty();
  }

  @Test
  void firesForAPollThatAFrameworkRepeats() {
    assertThat(
            CodeSample.in(folder)
                .file(
                    "src/main/java/shop/Poller.java",
                    "package shop; import redis.clients.jedis.*; import redis.clients.jedis.params.*; class Poller extends java.util.TimerTask { Jedis jedis; public void run() { jedis.xreadGroup(\"g\", host(), XReadGroupParams.xReadGroupParams().count(10), java.util.Map.of(\"s\", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY)); } }")
                .places("code.polling-read"))
        .hasSize(1);
  }
}
