package io.streamsmonitor.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.scan.FactStore;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticScanTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final String WRONG =
      "void add() { jedis.xadd(\"orders\", XAddParams.xAddParams(), Map.of(\"a\", \"1\")); }";

  @TempDir Path folder;

  private Path tree(String name) {
    Path tree = folder.resolve(name);
    CodeSample.in(tree)
        .jedis("Orders", WRONG)
        .jedis("Clicks", WRONG.replace("orders", "clicks"))
        .jedis(
            "Worker",
            "void read() { jedis.xreadGroup(\"g\", \"c\", params, Map.of(\"orders\", id)); }")
        .file("README.md", "The `orders` stream is written by the shop.\n");
    return tree;
  }

  private String scan(Path tree, String session, @Nullable Path cache, Instant start)
      throws IOException {
    ScanScope scope = new ScanScope(tree, List.of(), List.of(tree), List.of());
    StaticScan.Outcome outcome =
        new StaticScan(scope, Redactor.NONE, List.of(), cache)
            .run(new Workspace(folder.resolve(session)), start);
    return Json.line(outcome.session().findings().stream().map(FindingJson::fields).toList())
        + Json.line(outcome.facts())
        + Json.line(outcome.asyncApi());
  }

  @Test
  void saysTheSameFromAnyCheckout() throws IOException {
    String here = scan(tree("here"), "one", null, START);

    assertThat(here).contains("code.xadd-without-maxlen", "\"asyncapi\":\"3.0.0\"");
    assertThat(scan(tree("far/away/there"), "two", null, START)).isEqualTo(here);
  }

  @Test
  void saysTheSameWithAnyNumberOfThreads() {
    Path tree = tree("threads");
    ScanScope scope = new ScanScope(tree, List.of(), List.of(tree), List.of());

    List<String> said =
        List.of(1, 2, 8).stream()
            .map(
                n ->
                    SourceScanner.scan(
                            scope,
                            new Folders(),
                            () -> ConfigValues.NONE,
                            n,
                            FactStore.none(),
                            () -> {})
                        .facts()
                        .toString())
            .distinct()
            .toList();

    assertThat(said).hasSize(1);
  }

  @Test
  void remembersWhatDidNotChange() throws IOException {
    Path tree = tree("kept");
    Path cache = folder.resolve("cache");
    Instant later = START.plusSeconds(60);
    scan(tree, "one", cache, START);

    assertThat(cache.resolve("scan.json")).exists();
    assertThat(scan(tree, "two", cache, later)).isEqualTo(scan(tree, "three", null, later));
  }

  @Test
  void seesWhatChanged() throws IOException {
    Path tree = tree("changed");
    Path cache = folder.resolve("cache");
    scan(tree, "one", cache, START);
    CodeSample.in(tree).jedis("Orders", WRONG.replace("orders", "renamed"));

    assertThat(scan(tree, "two", cache, START)).contains("renamed");
  }

  @Test
  void leavesOutWhatACommentOfAnyLanguageExempts() throws IOException {
    String config = "shop:\n  title: a\n%s  title: b\n";
    Path tree = folder.resolve("comments");
    CodeSample.in(tree)
        .file("package.json", "{}")
        .file("src/a.ts", "// monitor:ignore code.console-logging a tool\nconsole.log('a');\n")
        .file("src/b.ts", "console.log('b');\n")
        .file("one/pom.xml", "<project/>")
        .file("one/src/main/resources/application.yml", config.formatted(""))
        .file("two/pom.xml", "<project/>")
        .file(
            "two/src/main/resources/application.yml",
            config.formatted("  # monitor:ignore repeated-key the second counts\n"));

    String said = scan(tree, "comments-session", null, START);

    assertThat(said).contains("src/b.ts").doesNotContain("src/a.ts");
    assertThat(said).contains("config.repeated-key", "one/src/main").doesNotContain("two/src/main");
  }
}
