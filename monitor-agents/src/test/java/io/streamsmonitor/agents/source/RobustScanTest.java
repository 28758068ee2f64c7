package io.streamsmonitor.agents.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.StaticScan;
import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.scan.CodeFacts;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody would write: each is accounted for, and one says nothing of another. */
class RobustScanTest {
  private static final String JUDGED = "code.hardcoded-stream-name";

  private static final String GOOD =
      """
      package shop;
      class Good {
        redis.clients.jedis.Jedis jedis;
        void add() { jedis.xadd("orders", redis.clients.jedis.params.XAddParams.xAddParams(), map); }
      }
      """;

  private static final String JEDIS = GOOD.replace("class Good", "class Bad");

  @TempDir Path folder;
  @TempDir Path session;

  /** A file, and what is said of it; nothing where it is judged as any other. */
  private record Odd(String path, String text, Charset charset, String said) {
    Odd(String path, String text, String said) {
      this(path, text, UTF_8, said);
    }

    @Override
    public String toString() {
      return path + " " + said;
    }
  }

  private static Stream<Odd> odd() {
    String deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);
    String joined = "\"a\" + ".repeat(5_000) + "\"b\"";
    String blocks = "{".repeat(5_000) + "}".repeat(5_000);
    String packed = "var a=1;redis.xadd('s','*','f',a);".repeat(1_000);
    return Stream.of(
        new Odd("Empty.java", "", ""),
        new Odd("Mark.java", "\uFEFF" + JEDIS, ""),
        new Odd("Crlf.java", JEDIS.replace("\n", "\r\n"), ""),
        new Odd("Line.java", JEDIS.replace("\n", " ") + "//" + "x".repeat(1_000_000), ""),
        new Odd("Joined.java", JEDIS.replace("jedis;", "jedis; String s = " + joined + ";"), ""),
        new Odd("Latin.java", JEDIS + "// ü", ISO_8859_1, "is not UTF-8"),
        new Odd("Wide.java", JEDIS, UTF_16, "is binary"),
        new Odd("Binary.java", "xadd\0\1\2", "is binary"),
        new Odd("Prose.java", "xadd is no Java at all {{{ ]]", "is not understood"),
        new Odd("Cut.java", JEDIS.substring(0, JEDIS.length() - 8), "is not understood"),
        new Odd("Half.java", JEDIS + "class Rest { void x() { int = ; } }", "is not understood"),
        new Odd("Deep.java", JEDIS.replace("jedis;", "jedis; int n = " + deep + ";"), ""),
        new Odd("Blocks.java", JEDIS.replace("void", "void b() " + blocks + "\n void"), ""),
        new Odd("Packed.js", packed, "is packed for browsers"),
        new Odd("deep.ts", "redis.xadd(" + "[".repeat(5_000) + "]".repeat(5_000) + ")", "?"),
        new Odd("open.ts", "redis.xadd('s', '*', `${`${`", "?"));
  }

  private List<Finding> findings(CodeSample sample) throws IOException {
    return new StaticScan(sample.scope(), Redactor.NONE, List.of(), null)
        .run(new Workspace(session), Instant.EPOCH)
        .session()
        .findings();
  }

  private static List<Finding> about(String path, List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.category().equals("COVERAGE_GAP"))
        .filter(f -> f.locations().stream().anyMatch(l -> l.file().equals(path)))
        .toList();
  }

  /** The files in which the call is seen that all of them make. */
  private static List<String> judged(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.ruleId().equals(JUDGED))
        .map(f -> f.locations().get(0).file())
        .toList();
  }

  private static void addsUp(CodeFacts.Counts counts, int found) {
    assertThat(counts.found()).isEqualTo(found);
    assertThat(counts.scanned() + counts.skipped() + counts.failed()).isEqualTo(found);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void judgesTheOthersAndSaysOnceWhatIsNotSeen(Odd odd) throws IOException {
    CodeSample sample =
        CodeSample.in(folder)
            .file("src/Good.java", GOOD)
            .bytes("src/" + odd.path(), odd.text().getBytes(odd.charset()));
    List<Finding> findings = findings(sample);
    List<Finding> gaps = about("src/" + odd.path(), findings);

    addsUp(sample.scan().code().counts(), 2);
    assertThat(judged(findings)).contains("src/Good.java");
    assertThat(gaps)
        .extracting(Finding::severity)
        .hasSizeLessThan(2)
        .doesNotContain(Severity.LOW, Severity.MEDIUM, Severity.HIGH);
    assertThat(findings.toString().length()).isLessThan(100_000);
    if (!odd.said().equals("?")) {
      assertThat(gaps).hasSize(odd.said().isEmpty() ? 0 : 1);
      assertThat(gaps).extracting(Finding::evidence).allMatch(e -> e.contains(odd.said()));
    }
  }

  @Test
  void usesWhatStandsAroundASyntaxError() throws IOException {
    String two = JEDIS.replace("class Bad", "class A").replace("void", "int = ;\n  void");
    String broken = JEDIS.replace("class Bad", "class B").replace("map);", "map); if (");
    CodeSample sample =
        CodeSample.in(folder)
            .file("src/Rest.java", JEDIS + "class Rest { int = ;")
            .file("src/Cut.java", JEDIS.substring(0, JEDIS.length() - 5) + "\n  void next() { jed")
            .file("src/Field.java", two)
            .file("src/Statement.java", broken);
    List<Finding> findings = findings(sample);

    assertThat(judged(findings)).contains("src/Rest.java", "src/Cut.java", "src/Field.java");
    assertThat(findings)
        .filteredOn(f -> f.ruleId().equals("code.unreadable-source"))
        .extracting(Finding::evidence)
        .hasSize(4)
        .anyMatch(e -> e.startsWith("src/Field.java: is not understood near line 4"));
  }

  @Test
  void skipsWhatIsTooLargeToBeWrittenBySomebody() throws IOException {
    CodeSample sample = CodeSample.in(folder).file("src/Good.java", GOOD);
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("src/Large.java").toFile(), "rw")) {
      large.setLength(20L << 20);
    }

    addsUp(sample.scan().code().counts(), 2);
    assertThat(sample.scan().code().counts().skipped()).isEqualTo(1);
    assertThat(about("src/Large.java", findings(sample))).hasSize(1);
  }

  @Test
  void doesNotFollowALinkThatLeadsBack() throws IOException {
    CodeSample sample = CodeSample.in(folder).file("src/Good.java", GOOD);
    Files.createSymbolicLink(folder.resolve("src/loop"), folder);

    assertThat(sample.scan().facts().files()).containsExactly("src/Good.java");
    assertThat(about("src/loop", findings(sample))).hasSize(1);
  }

  @Test
  void passesByWhatIsBuiltOrHidden() {
    CodeSample sample =
        CodeSample.in(folder)
            .file("src/Good.java", GOOD)
            .file("target/Good.java", GOOD)
            .file(".mvn/Good.java", GOOD)
            .file("node_modules/Good.java", GOOD);

    assertThat(sample.scan().facts().files()).containsExactly("src/Good.java");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysThatALinkOrAPipeNamedLikeASourceIsNotRead() throws IOException, InterruptedException {
    CodeSample sample = CodeSample.in(folder).file("src/Good.java", GOOD);
    Files.createSymbolicLink(folder.resolve("src/Dangling.java"), folder.resolve("nowhere.java"));
    Files.createSymbolicLink(folder.resolve("src/Linked.java"), folder.resolve("src/Good.java"));
    String pipe = folder.resolve("src/Pipe.java").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

    addsUp(sample.scan().code().counts(), 1);
    for (String file : List.of("src/Dangling.java", "src/Linked.java", "src/Pipe.java")) {
      assertThat(about(file, findings(sample))).as(file).hasSize(1);
    }
  }

  @Test
  void saysThatASourceFolderIsMissing() {
    ScanScope scope =
        new ScanScope(folder, List.of(), List.of(folder.resolve("nowhere")), List.of());
    ScanResult result = SourceScanner.scan(scope, ConfigValues.NONE);

    assertThat(result.facts().gaps()).containsExactly("nowhere: no such file or folder");
  }

  @Test
  void yamlThatUnfoldsWithoutEndAndKeysThatStandTwice() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    CodeSample sample =
        CodeSample.in(folder)
            .file("src/Good.java", GOOD)
            .file("bomb/application.yml", bomb.toString())
            .file("loop/application.yml", "a: &a\n  b: *a\n  <<: [*a]\n")
            .file("twice/application.yml", "redis:\n  port: 1\n  port: 2\n");
    List<Finding> findings = findings(sample);

    assertThat(about("bomb/application.yml", findings)).hasSize(1);
    assertThat(about("loop/application.yml", findings)).hasSize(1);
    assertThat(findings)
        .filteredOn(f -> f.title().contains("stands twice"))
        .hasSize(1)
        .allMatch(f -> f.locations().get(0).file().equals("twice/application.yml"));
    assertThat(judged(findings)).contains("src/Good.java");
  }
}
