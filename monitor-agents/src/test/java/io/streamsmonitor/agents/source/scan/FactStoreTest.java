package io.streamsmonitor.agents.source.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.core.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    sample.file("src/Plain.java", "class Plain { }");
    return sample.file("src/worker.ts", "redis.xadd('clicks', '*', 'a', 1)\n");
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private Path file() {
    return cache().resolve("facts.bin");
  }

  private FactStore store() {
    return FactStore.in(cache(), Redactor.NONE, "build 1");
  }

  private static String said(CodeSample sample, FactStore store) {
    ScanResult result =
        SourceScanner.scan(
            sample.scope(), new Folders(), () -> ConfigValues.NONE, 2, store, () -> {});
    result.done().run();
    return masked(result.facts() + "\n" + result.code().calls() + "\n" + result.code().counts());
  }

  /** A set of words has no order, and a scanner of names no text. */
  private static String masked(String said) {
    return said.replaceAll("words=\\[[^]]*]", "words").replaceAll("@[0-9a-f]+", "@");
  }

  /** As if the sources had been written long before the scan. */
  private void age() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("tree"))) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
  }

  @Test
  void parsesOnlyWhatChangedAndSaysTheSame() {
    CodeSample sample = sample();
    FactStore cold = store();
    String first = said(sample, cold);
    FactStore again = store();

    assertThat(cold.parsed()).isEqualTo(6);
    assertThat(said(sample, again)).isEqualTo(first);
    assertThat(again.parsed()).isZero();

    sample.jedis("Sample3", WRITES.replace("\"a\"", "\"changed\""));
    FactStore changed = store();
    String third = said(sample, changed);

    assertThat(changed.parsed()).isEqualTo(1);
    assertThat(third).contains("changed").isEqualTo(said(sample, FactStore.none()));
  }

  @Test
  void opensOnlyWhatMayHaveChanged() throws IOException {
    CodeSample sample = sample();
    age();
    FactStore cold = store();
    String first = said(sample, cold);
    FactStore again = store();

    assertThat(cold.opened()).isEqualTo(7);
    assertThat(said(sample, again)).isEqualTo(first);
    assertThat(again.opened()).isZero();

    sample.file("src/Plain.java", "class Plain { int n; }");
    FactStore changed = store();
    said(sample, changed);

    assertThat(changed.opened()).isEqualTo(1);
    assertThat(changed.parsed()).isZero();
  }

  @Test
  void comparesBytesWhereOnlyTheTimeOfAFileIsAnother() throws IOException {
    CodeSample sample = sample();
    said(sample, store());
    age();
    FactStore touched = store();
    said(sample, touched);

    assertThat(touched.opened()).isEqualTo(7);
    assertThat(touched.parsed()).isZero();
  }

  @Test
  void rebuildsWhatIsDamagedOrCutOff() throws IOException {
    CodeSample sample = sample();
    String first = said(sample, store());
    byte[] whole = Files.readAllBytes(file());
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    List<byte[]> damaged =
        List.of(flipped, new byte[0], new byte[] {1, 2, 3}, new byte[64], half(whole));
    for (byte[] bytes : damaged) {
      Files.write(file(), bytes);
      FactStore store = store();

      assertThat(said(sample, store)).isEqualTo(first);
      assertThat(store.parsed()).isEqualTo(6);
      assertThat(Files.readAllBytes(file())).hasSameSizeAs(whole);
    }
  }

  private static byte[] half(byte[] whole) {
    return java.util.Arrays.copyOf(whole, whole.length / 2);
  }

  @Test
  void takesNothingFromAnotherBuild() {
    CodeSample sample = sample();
    said(sample, store());
    FactStore other = FactStore.in(cache(), Redactor.NONE, "build 2");
    said(sample, other);

    assertThat(other.parsed()).isEqualTo(6);
  }

  @Test
  void twoScansAtATimeLeaveAWholeStore() throws InterruptedException {
    CodeSample sample = sample();
    String alone = said(sample, FactStore.none());
    List<String> both = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
    List<Thread> scans =
        Stream.generate(() -> new Thread(() -> both.add(said(sample, store())))).limit(4).toList();
    scans.forEach(Thread::start);
    for (Thread scan : scans) {
      scan.join();
    }
    FactStore after = store();

    assertThat(both).hasSize(4).containsOnly(alone);
    assertThat(said(sample, after)).isEqualTo(alone);
    assertThat(after.parsed()).isZero();
    assertThat(cache()).isDirectoryNotContaining("glob:**.next");
  }

  @Test
  void doesWithoutAFolderThatCannotBeWritten() throws IOException {
    CodeSample sample = sample();
    Files.writeString(cache(), "a file where the folder should be");

    assertThat(said(sample, store())).isEqualTo(said(sample, FactStore.none()));
  }

  @Test
  void keepsNothingOfAFileWithASecretInIt() throws IOException {
    List<String> secrets = List.of("tr0ub4dor", "s3same-open", "correct-horse", "hunter-two");
    CodeSample sample =
        sample()
            .jedis("Named", "String password = \"tr0ub4dor\"; void add() { jedis.xadd(S, f, p); }")
            .jedis("Handed", "void open() { jedis.auth(\"s3same-open\"); jedis.xadd(S, f, p); }")
            .jedis(
                "Keyed", "void open() { map.put(\"api_key\", \"correct-horse\"); xadd(S, f, p); }")
            .jedis(
                "Url", "String u = \"redis://app:hunter-two@cache:6379\"; int x = xadd(S, f, p);");
    FactStore cold = store();
    String first = said(sample, cold);
    FactStore again = store();

    assertThat(said(sample, again)).isEqualTo(first);
    assertThat(again.parsed()).isEqualTo(4);
    String bytes = new String(Files.readAllBytes(file()), ISO_8859_1);
    assertThat(bytes).contains("Sample0").doesNotContain(secrets);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isReadByItsOwnerOnly() throws IOException {
    said(sample(), store());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }
}
