package io.streamsmonitor.agents.source.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.ConfigValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactStoreTest {
  private static final String WRITES =
      "static final String S = \"a\" + (on ? \"x\" : \"\\uD800é\"); @Deprecated int n = 3;"
          + " void add() { for (var k : keys) try { jedis.xadd(S, fields, params); }"
          + " catch (Exception e) { } run(() -> jedis.xlen(S), this::add); }";

  @TempDir Path folder;

  private CodeSample sample() {
    CodeSample sample = CodeSample.in(folder.resolve("tree"));
    for (int i = 0; i < 5; i++) {
      sample.jedis("Sample" + i, WRITES.replace("\"a\"", "\"a" + i + "\""));
    }
    return sample.file("src/worker.ts", "redis.xadd('clicks', '*', 'a', 1)\n");
  }

  private FactStore store() {
    return FactStore.in(folder.resolve("cache"), "build 1");
  }

  private static String said(CodeSample sample, FactStore store) {
    ScanResult result = SourceScanner.scan(sample.scope(), ConfigValues.NONE, 2, store, () -> {});
    return result.facts() + "\n" + result.code().calls() + "\n" + result.code().counts();
  }

  @Test
  void parsesOnlyWhatChangedAndSaysTheSame() {
    CodeSample sample = sample();
    FactStore cold = store();
    String first = said(sample, cold);
    FactStore again = store();

    assertThat(cold.parsed()).isEqualTo(6);
    assertThat(masked(said(sample, again))).isEqualTo(masked(first));
    assertThat(again.parsed()).isZero();

    sample.jedis("Sample3", WRITES.replace("\"a\"", "\"changed\""));
    FactStore changed = store();
    String third = said(sample, changed);

    assertThat(changed.parsed()).isEqualTo(1);
    assertThat(masked(third)).contains("changed").isEqualTo(masked(said(sample, FactStore.none())));
  }

  @Test
  void ignoresAndRebuildsWhatIsDamaged() throws IOException {
    CodeSample sample = sample();
    String first = said(sample, store());
    Path file = folder.resolve("cache/facts.bin");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    FactStore damaged = store();

    assertThat(masked(said(sample, damaged))).isEqualTo(masked(first));
    assertThat(damaged.parsed()).isEqualTo(6);

    Files.write(file, new byte[] {1, 2, 3});
    assertThat(masked(said(sample, store()))).isEqualTo(masked(first));
    FactStore rebuilt = store();
    said(sample, rebuilt);
    assertThat(rebuilt.parsed()).isZero();
  }

  @Test
  void takesNothingFromAnotherBuild() {
    CodeSample sample = sample();
    said(sample, store());
    FactStore other = FactStore.in(folder.resolve("cache"), "build 2");
    said(sample, other);

    assertThat(other.parsed()).isEqualTo(6);
  }

  /** A set of words has no order, and a scanner of names no text. */
  private static String masked(String said) {
    return said.replaceAll("words=\\[[^]]*]", "words").replaceAll("@[0-9a-f]+", "@");
  }
}
