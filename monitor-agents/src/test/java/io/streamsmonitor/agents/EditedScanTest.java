package io.streamsmonitor.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that remembers says what one says that never saw the sources before. */
class EditedScanTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final int EDITS = 14;
  private static final int KINDS = 8;

  @TempDir Path folder;
  private Path tree = Path.of("");
  private int sessions;
  private int moment;

  @BeforeEach
  void sources() throws IOException {
    tree = folder.resolve("tree");
    write("shop/pom.xml", "<project/>");
    write("shop/src/main/java/a/Names.java", names("orders"));
    write("shop/src/main/java/a/Base.java", "package a;\nclass Base { String group = \"g\"; }\n");
    for (String type : List.of("One", "Two", "Three")) {
      write("shop/src/main/java/a/" + type + ".java", worker(type, "Names.STREAM", 1));
    }
    write("shop/src/main/resources/application.yml", "shop:\n  stream: configured\n");
    write("web/package.json", "{}");
    write("web/src/names.ts", "export const STREAM = 'clicks';\n");
    write(
        "web/src/send.ts",
        """
        import { STREAM } from './names';
        import Redis from 'ioredis';
        const redis = new Redis(process.env.REDIS_URL);
        redis.xadd(STREAM, '*', 'a', '1');
        """);
    write("README.md", "The `orders` stream is written by the shop.\n");
    write(".env", "REDIS_URL=redis://localhost\n");
  }

  private static String names(String stream) {
    return "package a;\nclass Names { static final String STREAM = \"" + stream + "\"; }\n";
  }

  /** A producer and consumer with a faulty catch, a getenv and a call to a neighbour. */
  private static String worker(String type, String stream, int more) {
    return """
        package a;
        import redis.clients.jedis.*;
        class %1$s extends Base {
          private final UnifiedJedis jedis;
          @Value("${shop.stream:none}") String configured;
          %1$s(UnifiedJedis jedis) { this.jedis = jedis; }
          void add() { jedis.xadd(%2$s, XAddParams.xAddParams(), Map.of("a", System.getenv("KEY_%3$d"))); }
          void other() { jedis.xadd(configured, XAddParams.xAddParams(), Map.of("b", "1")); send("sent-%3$d"); }
          void send(String to) { jedis.xadd(to, XAddParams.xAddParams(), Map.of("c", "1")); }
          void read() {
            try { jedis.xreadGroup(group, "c", params, Map.of(%2$s, id)); } catch (Exception e) { }
          }
        }
        """
        .formatted(type, stream, more);
  }

  private void write(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(100_000 - moment++)));
  }

  private List<Path> workers() throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.filter(p -> p.toString().matches(".*(?:One|Two|Three|More\\d+)\\.java"))
          .sorted()
          .toList();
    }
  }

  private void edit(Random random, int step) throws IOException {
    List<Path> workers = workers();
    Path one = workers.get(random.nextInt(workers.size()));
    String text = Files.readString(one);
    String path = tree.relativize(one).toString();
    switch (random.nextInt(KINDS)) {
      case 0 -> write(path, "// one line further down\n" + text);
      case 1 -> write(path, text.replace("Names.STREAM", "\"own-" + step + "\""));
      case 2 -> write("shop/src/main/java/a/Names.java", names("renamed-" + step));
      case 3 ->
          write(
              "shop/src/main/java/a/More" + step + ".java",
              worker("More" + step, "Names.STREAM", step));
      case 4 -> {
        if (workers.size() > 1) {
          Files.delete(one);
        }
      }
      case 5 -> Files.move(one, one.resolveSibling("More" + (100 + step) + ".java"));
      case 6 ->
          write("shop/src/main/resources/application.yml", "shop:\n  stream: other-" + step + "\n");
      default -> write("web/src/names.ts", "export const STREAM = 'clicks-" + step + "';\n");
    }
  }

  private String scan(@Nullable Path cache) throws IOException {
    return scan(cache, folder.resolve("session" + sessions++));
  }

  private String scan(@Nullable Path cache, Path session) throws IOException {
    ScanScope scope = new ScanScope(tree, List.of(), List.of(tree), List.of());
    StaticScan.Outcome outcome =
        new StaticScan(scope, Redactor.NONE, List.of(), cache).run(new Workspace(session), START);
    return Json.pretty(outcome.session().findings().stream().map(FindingJson::fields).toList())
        + Json.pretty(outcome.facts())
        + Json.pretty(outcome.asyncApi());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void saysAfterAnyEditsWhatAColdScanSays(long seed) throws IOException {
    Random random = new Random(seed);
    Path cache = folder.resolve("cache");
    scan(cache);
    for (int step = 0; step < EDITS; step++) {
      edit(random, step);

      String cold = scan(null);

      assertThat(scan(cache)).as("edit %d of seed %d", step, seed).isEqualTo(cold);
      assertThat(scan(cache)).as("nothing changed since").isEqualTo(cold);
    }
  }

  @Test
  void keepsACacheWholeThatTwoScansWriteAtOnce() throws Exception {
    Path cache = folder.resolve("cache");
    String cold = scan(null);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> scans = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Path session = folder.resolve("at-once-" + i);
        scans.add(() -> scan(cache, session));
      }
      for (Future<String> said : both.invokeAll(scans)) {
        assertThat(said.get()).isEqualTo(cold);
      }
    } finally {
      both.shutdown();
    }

    assertThat(scan(cache)).isEqualTo(cold);
    assertThat(cache).isDirectoryNotContaining("glob:**.next");
  }
}
