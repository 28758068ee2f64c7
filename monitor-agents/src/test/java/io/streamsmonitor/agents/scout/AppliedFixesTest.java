package io.streamsmonitor.agents.scout;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Draft;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The snippet that a finding of the twelve rules proposes, put in place, ends the finding. */
class AppliedFixesTest {
  private static final String ADD =
      "void add() { String r = jedis.xadd(\"s\", XAddParams.xAddParams(), Map.of(\"a\", \"1\")); }";
  private static final String LOOP =
      "void run() { while (true) { var got = %s; got.forEach(this::handle); %s } }";
  private static final String GROUP =
      "jedis.xreadGroup(\"g\", \"c\", XReadGroupParams.xReadGroupParams()%s, Map.of(\"s\", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))";

  /**
   * @param target what the snippet stands for in the code
   * @param with how it stands there; {@code %s} is the snippet
   */
  record Case(String rule, String code, String target, String with) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static List<Case> cases() {
    String add = "String r = jedis.xadd(\"s\", XAddParams.xAddParams(), Map.of(\"a\", \"1\"));";
    String read = "jedis.xread(XReadParams.xReadParams().block(9), Map.of(\"s\", id));";
    return List.of(
        new Case("code.xadd-without-maxlen", ADD, add, "%s"),
        new Case("code.xread-without-group", "void read() { " + read + " }", read, "%s"),
        new Case(
            "code.group-read-without-ack",
            LOOP.formatted(GROUP.formatted(".block(9)"), "/* here */"),
            "/* here */",
            "for (StreamEntry entry : entries(got)) { %s }"),
        new Case(
            "code.hardcoded-stream-name",
            "void add() { /* here */ jedis.xadd(\"s\", XAddParams.xAddParams().maxLen(9), fields); }",
            "/* here */ jedis.xadd(\"s\"",
            "%s jedis.xadd(stream"),
        new Case(
            "code.no-dead-letter",
            LOOP.formatted(GROUP.formatted(".block(9)"), "/* here */"),
            "/* here */",
            "for (StreamEntry entry : entries(got)) { int deliveryCount = count(entry); %s }"),
        new Case(
            "code.polling-read",
            LOOP.formatted(GROUP.formatted(".count(9)"), ""),
            GROUP.formatted(".count(9)") + ";",
            "%s"),
        new Case(
            "code.single-message-read",
            LOOP.formatted(GROUP.formatted(".count(1).block(9)"), ""),
            GROUP.formatted(".count(1).block(9)") + ";",
            "%s"),
        new Case(
            "code.console-logging",
            "/* here */ void say() { System.out.println(\"said\"); }",
            "/* here */ void say() { System.out.println(\"said\")",
            "%s void say() { log.info(\"said\")"),
        new Case(
            "code.no-correlation-id",
            "private final String correlationId = next(); void add(Map<String, String> fields) { /* here */ jedis.xadd(\"s\", fields); }",
            "/* here */ jedis.xadd(\"s\", fields);",
            "%s"),
        new Case(
            "code.silent-catch",
            "int n(String s) { try { return Integer.parseInt(s); } catch (RuntimeException e) { } return 0; }",
            "catch (RuntimeException e) { }",
            "%s"),
        new Case(
            "code.keys-scan",
            "void all() { jedis.keys(\"user:*\"); }",
            "jedis.keys(\"user:*\");",
            "%s"),
        new Case(
            "code.no-circuit-breaker",
            "void publish(Entry entry) { " + add + " } void call(Entry entry) { /* here */ }",
            "/* here */",
            "%s"));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("cases")
  void endsTheFinding(Case c) {
    List<Draft> before = CodeSample.in(folder).jedis("Sample", c.code()).drafts(c.rule());
    assertThat(before).hasSize(1);

    String after = before.get(0).text("codeSnippetAfter");
    assertThat(after).isNotEmpty();
    assertThat(c.code()).contains(c.target());
    String fixed = c.code().replace(c.target(), c.with().formatted(after));

    assertThat(CodeSample.in(folder).jedis("Sample", fixed).drafts(c.rule())).as(fixed).isEmpty();
    assertThat(CodeSample.in(folder).scan().facts().gaps()).as(fixed).isEmpty();
  }
}
