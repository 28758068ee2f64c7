package io.streamsmonitor.agents.logs;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.pattern.UserSecret;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReadingTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir Path folder;
  private int sessions;

  private List<Finding> findings(boolean everyLine, LogInput... inputs) {
    Path session = folder.resolve("s" + sessions++);
    try (AgentHarness harness = AgentHarness.in(session, Duration.ofSeconds(1), new Secrets())) {
      harness.start(
          () ->
              new LogReading(
                  Thresholds.DEFAULT, List.of(inputs), new Secrets(), List.of(), everyLine));
      return harness.finish().findings();
    }
  }

  private static LogInput input(byte[] bytes) {
    return new LogInput("orders", "orders.log", WRITTEN, () -> new ByteArrayInputStream(bytes));
  }

  /** Gives its bytes in pieces of random sizes. */
  private static LogInput pieces(byte[] bytes, long seed) {
    Random random = new Random(seed);
    int most = 1 + random.nextInt(random.nextBoolean() ? 40 : 20_000);
    return new LogInput(
        "orders",
        "orders.log",
        WRITTEN,
        () ->
            new ByteArrayInputStream(bytes) {
              @Override
              public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(most)));
              }
            });
  }

  /** All that a finding says but its number, which is given in the order of the rules' looks. */
  static List<String> said(List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                String.join(
                    " | ",
                    f.ruleId(),
                    f.severity().toString(),
                    f.title(),
                    f.subject().toString(),
                    f.locations().toString(),
                    "" + f.occurrences(),
                    f.firstSeen() + " " + f.lastSeen(),
                    f.evidence(),
                    f.details().toString()))
        .sorted()
        .toList();
  }

  @Test
  void findsTheSameWhetherCalmLinesAreReadOrNot() {
    for (int seed = 1; seed <= 6; seed++) {
      byte[] log = new GeneratedLog(seed).bytes(12_000);
      List<Finding> fast = findings(false, input(log));
      assertThat(said(fast)).isEqualTo(said(findings(true, input(log)))).hasSizeGreaterThan(15);
    }
  }

  @Test
  void findsAnEntryThatTracesNameAgain() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      log.append(
          """
          2026-03-01 10:00:%02d.000 ERROR [main] a.B - entry 1767225600%03d-0 not handled
          java.lang.IllegalStateException: no order
          \tat a.B.c(B.java:1)
          """
              .formatted(i, i / 4));
    }
    byte[] bytes = log.toString().getBytes(UTF_8);
    List<Finding> fast = findings(false, input(bytes));
    assertThat(said(fast)).isEqualTo(said(findings(true, input(bytes))));
    assertThat(fast).filteredOn(f -> f.ruleId().equals("log.entry-in-errors")).isNotEmpty();
  }

  @Test
  void findsTheSameHoweverTheBytesArrive() {
    byte[] log = new GeneratedLog(7).bytes(3_000);
    List<String> whole = said(findings(false, input(log)));
    for (int seed = 0; seed < 40; seed++) {
      assertThat(said(findings(false, pieces(log, seed)))).isEqualTo(whole);
    }
  }

  @Test
  void saysWhereAndWhenInTheTimeOfTheLines() {
    String log =
        """
        2026-03-01 10:00:00.000 INFO  [main] a.B - fine
        2026-03-01 10:00:01.000 ERROR [main] a.B - order 1 not stored
        2026-03-01 10:00:02.000 ERROR [main] a.B - order 2 not stored
        """;
    Finding finding =
        assertThatFindings(findings(false, input(log.getBytes(UTF_8)))).single("log.runtime-error");
    assertThat(finding.locations()).containsExactly(new Location("orders.log", 2));
    assertThat(finding.occurrences()).isEqualTo(2);
    assertThat(finding.firstSeen()).isEqualTo("2026-03-01T10:00:01Z");
    assertThat(finding.lastSeen()).isEqualTo("2026-03-01T10:00:02Z");
  }

  @Test
  void readsGzipAndSaysWhereItBreaks() throws IOException {
    byte[] log = new GeneratedLog(8).bytes(2_000);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(log);
    }
    byte[] whole = packed.toByteArray();
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThat(said(findings(false, unpacked(whole)))).isEqualTo(said(findings(false, input(log))));
    assertThatFindings(findings(false, unpacked(half))).hasRule("log.file-not-read");
  }

  private static LogInput unpacked(byte[] bytes) {
    LogInput.Source source = () -> LogInput.unpacked(new ByteArrayInputStream(bytes));
    return new LogInput("orders", "orders.log", WRITTEN, source);
  }

  @Test
  void keepsTheEndsOfALineOfAnyLength() {
    InputStream[] parts = new InputStream[1];
    String head = "2026-03-01 10:00:00.000 ERROR [main] a.B - payload refused ";
    parts[0] =
        new ByteArrayInputStream((head + "x".repeat(3_000_000) + " END\nnext\n").getBytes(UTF_8));
    List<Finding> found =
        findings(false, new LogInput("orders", "orders.log", WRITTEN, () -> parts[0]));
    assertThatFindings(found).hasRule("log.runtime-error").hasRule("log.lines-cut");
    assertThat(found.get(0).evidence().length()).isLessThan(70_000);
  }

  @Test
  void listsEachProblemAndEachSecretOnceInTheOrderOfTheFile() throws IOException {
    String secret = "pass" + "word=" + "Tr0ub4dor-8271";
    String log =
        "2026-03-01 10:00:00.000 INFO  [main] a.B - fine\n"
            + "2026-03-01 10:00:01.000 INFO  [main] a.B - login with "
            + secret
            + "\n2026-03-01 10:00:02.000 ERROR [main] a.B - order 1 not stored\n"
            + "java.lang.IllegalStateException: none\n\tat a.B.c(B.java:1)\n"
            + "2026-03-01 10:00:03.000 INFO  [main] a.B - 0 errors\n"
            + "2026-03-01 10:00:04.000 WARN  [main] a.B - read timed out\n";
    List<ProblemLine> lines = new ArrayList<>();
    new ProblemList(new Secrets(), lines::add).read(input(log.getBytes(UTF_8)));
    assertThat(lines)
        .extracting(l -> l.line() + " " + l.category() + " " + l.ruleId())
        .containsExactly("2 SECURITY log.secret", "3 BUG log.stack-trace", "7 TIMEOUT log.timeout");
  }

  @Test
  void listsASecretAsBadlyAsItsFinding() throws IOException {
    String named = "pass" + "word=" + "Tr0ub4dor-8271";
    String known = "AK" + "IA" + "Q3EGRTX7ZPLM2WNB";
    String log =
        "2026-03-01 10:00:00.000 INFO  [main] a.B - login with "
            + named
            + "\n2026-03-01 10:00:01.000 INFO  [main] a.B - signed by "
            + known
            + "\n2026-03-01 10:00:02.000 INFO  [main] a.B - login with "
            + named
            + ", signed by "
            + known
            + "\n";
    List<ProblemLine> lines = new ArrayList<>();
    new ProblemList(new Secrets(), lines::add).read(input(log.getBytes(UTF_8)));
    assertThat(lines)
        .extracting(ProblemLine::severity)
        .containsExactly(Severity.HIGH, Severity.CRITICAL, Severity.CRITICAL);
    assertThat(findings(false, input(log.getBytes(UTF_8))))
        .filteredOn(finding -> finding.ruleId().equals("log.secret"))
        .extracting(Finding::severity)
        .containsExactlyInAnyOrder(Severity.HIGH, Severity.CRITICAL);
  }

  @Test
  void looksForWhatTheUserWantsToHearOfInCalmLinesToo() {
    byte[] calm =
        log("INFO [main] c.a.Orders - stock of sku-7 is low", "INFO [main] c.a.Orders - stored");
    UserPattern pattern = UserPattern.of("sku-\\d+ is low", "ANOMALY", Severity.HIGH);
    try (AgentHarness harness =
        AgentHarness.in(folder.resolve("own"), Duration.ofSeconds(1), new Secrets())) {
      harness.start(
          () ->
              new LogReading(
                  Thresholds.DEFAULT, List.of(input(calm)), new Secrets(), List.of(pattern)));
      assertThat(harness.finish().findings())
          .singleElement()
          .satisfies(f -> assertThat(f.ruleId()).isEqualTo("log.user-pattern"));
    }
  }

  @Test
  void listsSecretsOfTheUsersOwnKind() throws IOException {
    byte[] calm = log("INFO [main] c.a.Orders - badge B-774411 used");
    Secrets secrets = new Secrets(List.of(UserSecret.of("B-\\d{6}")));
    List<String> rules = new ArrayList<>();
    new ProblemList(secrets, line -> rules.add(line.ruleId())).read(input(calm));
    assertThat(rules).containsExactly("log.secret");
  }

  private static byte[] log(String... lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      text.append("2026-03-01T10:00:0").append(i).append(".000Z ").append(lines[i]).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void firesWhenAFailureOfAFileComesMuchMoreOftenThanAtItsBeginning() {
    StringBuilder text = new StringBuilder();
    for (int second = 0; second < 600; second++) {
      int times = second >= 300 || second % 60 == 0 ? 1 : 0;
      for (int i = 0; i < times; i++) {
        text.append(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(second))
            .append(" ERROR [main] c.a.Orders - order ")
            .append(second)
            .append(" not stored\n");
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(findings(false, input(bytes)).stream().map(Finding::ruleId))
        .contains("log.rate-jump");
  }
}
