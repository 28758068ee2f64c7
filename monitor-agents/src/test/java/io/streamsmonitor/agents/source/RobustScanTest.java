package io.streamsmonitor.agents.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.scan.CodeFacts;
import io.streamsmonitor.agents.source.scan.FactStore;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustScanTest {
  private static final String GOOD =
      "package shop; class Good { void add(redis.clients.jedis.Jedis jedis) { jedis.xadd(\"orders\", id, map); } }";

  @TempDir Path folder;

  @Test
  void accountsForEveryFile() {
    ScanResult result =
        CodeSample.in(folder)
            .file("src/Good.java", GOOD)
            .file("src/Truncated.java", GOOD.substring(0, GOOD.length() - 14))
            .file(
                "src/Deep.java",
                "class Deep { Object xadd = "
                    + "(".repeat(20_000)
                    + "1"
                    + ")".repeat(20_000)
                    + "; }")
            .file(
                "src/Long.java",
                "class Long { String xadd = \"" + "a\" + \"".repeat(5_000) + "\"; }")
            .bytes("src/Binary.java", new byte[] {1, 0, 2})
            .bytes(
                "src/Latin.java",
                "class Latin { String xadd = \"ü\"; }".getBytes(StandardCharsets.ISO_8859_1))
            .file("src/Huge.java", "// xadd\n".repeat(400_000))
            .file("src/Empty.java", "")
            .file("src/Prose.java", "xadd is not Java at all {{{ ]]")
            .scan();

    CodeFacts.Counts counts = result.code().counts();
    assertThat(counts.found()).isEqualTo(9);
    assertThat(counts.scanned() + counts.failed()).isEqualTo(9);
    assertThat(result.facts().gaps()).anyMatch(g -> g.startsWith("src/Binary.java: "));
    assertThat(result.facts().gaps()).anyMatch(g -> g.startsWith("src/Huge.java: "));
    assertThat(result.facts().gaps()).anyMatch(g -> g.startsWith("src/Latin.java: "));
    assertThat(result.facts().gaps()).anyMatch(g -> g.startsWith("src/Prose.java: "));
    assertThat(result.facts().files()).contains("src/Good.java");
  }

  @Test
  void passesByWhatIsBuiltOrHiddenAndDoesNotFollowLinks() throws IOException {
    CodeSample sample =
        CodeSample.in(folder)
            .file("src/Good.java", GOOD)
            .file("target/Good.java", GOOD)
            .file(".mvn/Good.java", GOOD)
            .file("node_modules/Good.java", GOOD);
    Files.createSymbolicLink(folder.resolve("src/loop"), folder);

    assertThat(sample.scan().facts().files()).containsExactly("src/Good.java");
  }

  @Test
  void saysThatASourceFolderIsMissing() {
    ScanScope scope =
        new ScanScope(
            folder,
            java.util.List.of(),
            java.util.List.of(folder.resolve("nowhere")),
            java.util.List.of());

    assertThat(SourceScanner.scan(scope, ConfigValues.NONE).facts().gaps())
        .containsExactly("nowhere: no such file or folder");
  }

  @Test
  void saysTheSameForAnyNumberOfThreads() {
    CodeSample sample = CodeSample.in(folder);
    for (int i = 0; i < 30; i++) {
      sample.jedis(
          "Sample" + i,
          "static final String S = Sample"
              + (i + 1) % 30
              + ".NAME; static final String NAME = \"s"
              + i
              + "\"; void add() { jedis.xadd(S, fields, params); }");
    }
    SourceFacts one =
        SourceScanner.scan(sample.scope(), ConfigValues.NONE, 1, FactStore.none(), () -> {})
            .facts();

    for (int threads = 2; threads < 6; threads++) {
      assertThat(
              SourceScanner.scan(
                      sample.scope(), ConfigValues.NONE, threads, FactStore.none(), () -> {})
                  .facts())
          .isEqualTo(one);
    }
    assertThat(one.streams()).hasSize(30).allMatch(u -> u.stream().resolved().isPresent());
  }
}
