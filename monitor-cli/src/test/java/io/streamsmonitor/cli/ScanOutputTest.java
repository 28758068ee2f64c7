package io.streamsmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code monitor scan} prints, as machines read it. */
class ScanOutputTest {
  private static final String ORDERS =
      """
      package shop;
      import java.util.Map;
      import redis.clients.jedis.Jedis;
      import redis.clients.jedis.params.XAddParams;
      class Orders {
        private final Jedis jedis = connect();
        void add() { jedis.xadd("orders", XAddParams.xAddParams(), Map.of("id", "1")); }
        void quiet() { try { add(); } catch (RuntimeException e) { } }
      }
      """;

  private static final String WORKER =
      """
      package shop;
      import java.util.Map;
      import redis.clients.jedis.Jedis;
      class Worker {
        private final Jedis jedis = connect();
        void read() { jedis.xreadGroup("billing", "one", params, Map.of("orders", id)); }
      }
      """;

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "shop/src/main/java/shop/Orders.java",
              ORDERS,
              "shop/src/main/java/shop/Worker.java",
              WORKER,
              "shop/src/main/java/shop/Bad.java",
              "class Bad { void xadd() { int = ; } }",
              "shop/src/main/resources/application.yml",
              "redis:\n  stream: orders\n  stream: other\n",
              "shop/worker.js",
              "redis.xadd('clicks', '*', 'a', 1)\n",
              "README.md",
              "The `orders` stream.\n"));

  private static final List<String[]> OUTPUTS =
      List.of(
          new String[] {},
          new String[] {"--json"},
          new String[] {"--format", "sarif"},
          new String[] {"--asyncapi"});

  @TempDir Path folder;

  private static Path tree(Path root, List<String> order) throws IOException {
    for (String path : order) {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, FILES.get(path));
    }
    return root;
  }

  private Path tree(String name) throws IOException {
    return tree(folder.resolve(name), new ArrayList<>(FILES.keySet()));
  }

  private static String scan(Path tree, String... options) {
    List<String> args = new ArrayList<>(List.of("scan"));
    Collections.addAll(args, options);
    args.add(tree.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      Main.command().execute(args.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode run(Path tree) {
    return json(scan(tree, "--format", "sarif")).path("runs").get(0);
  }

  private static JsonNode json(String text) {
    return Objects.requireNonNull(Json.tryRead(text), text);
  }

  /** When it ran is all that may differ. */
  private static String timeless(String text) {
    return text.replaceAll("\\d{8}_\\d{6}", "ID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
  }

  @Test
  void printsTheSameBytesForAnyCheckoutAndOrderOfFiles() throws IOException {
    List<String> backwards = new ArrayList<>(FILES.keySet());
    Collections.reverse(backwards);
    Path here = tree("here");
    Path there = tree(folder.resolve("far/away/in some place"), backwards);

    for (String[] options : OUTPUTS) {
      String first = timeless(scan(here, options));

      assertThat(first).isNotBlank().doesNotContain(folder.toString());
      assertThat(timeless(scan(there, options))).isEqualTo(first);
    }
  }

  @Test
  void printsTheSameBytesInAnyLanguageAndTimeZone() throws IOException {
    Path tree = tree("tree");
    Locale language = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    for (String[] options : OUTPUTS) {
      String first = timeless(scan(tree, options));
      try {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        assertThat(timeless(scan(tree, options))).isEqualTo(first);
      } finally {
        Locale.setDefault(language);
        TimeZone.setDefault(zone);
      }
    }
  }

  @Test
  void printsTheSameBytesForFilesWithOtherLineEnds() throws IOException {
    Path unix = tree("unix");
    Path windows = tree("windows");
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(windows.resolve(file.getKey()), file.getValue().replace("\n", "\r\n"));
    }

    for (String[] options : OUTPUTS) {
      assertThat(timeless(scan(windows, options))).isEqualTo(timeless(scan(unix, options)));
    }
  }

  @Test
  void sarifExplainsEveryRuleAndNamesItByItsPlace() throws IOException {
    JsonNode run = run(tree("tree"));
    JsonNode rules = run.path("tool").path("driver").path("rules");

    assertThat(run.path("results").size()).isGreaterThan(5);
    for (JsonNode rule : rules) {
      assertThat(List.of("shortDescription", "fullDescription", "help"))
          .allMatch(part -> !rule.path(part).path("text").asText().isBlank());
      assertThat(rule.path("defaultConfiguration").path("level").asText())
          .matches("error|warning|note");
    }
    for (JsonNode result : run.path("results")) {
      assertThat(rules.get(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
      assertThat(result.path("level").asText()).matches("error|warning|note");
      assertThat(result.path("message").path("text").asText()).isNotBlank();
      assertThat(result.path("partialFingerprints").size()).isEqualTo(1);
      for (JsonNode place : result.path("locations")) {
        JsonNode physical = place.path("physicalLocation");
        assertThat(physical.path("artifactLocation").path("uriBaseId").asText())
            .isEqualTo("%SRCROOT%");
        assertThat(physical.path("artifactLocation").path("uri").asText())
            .doesNotStartWith("/")
            .doesNotContain("..", "\\");
        assertThat(physical.path("region").path("startLine").asInt()).isPositive();
      }
    }
    assertThat(run.path("originalUriBaseIds").has("%SRCROOT%")).isTrue();
  }

  @Test
  void fingerprintsStayWhenLinesAboveMove() throws IOException {
    Path tree = tree("tree");
    Map<String, Integer> before = lines(run(tree));
    Files.writeString(
        tree.resolve("shop/src/main/java/shop/Orders.java"),
        ORDERS.replace(
            "class Orders {", "/** New.\n * Text. */\nclass Orders {\n\n  int n = 7;\n"));
    Map<String, Integer> after = lines(run(tree));

    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.values()).isNotEqualTo(before.values());
  }

  /** The first line of each finding by its fingerprint. */
  private static Map<String, Integer> lines(JsonNode run) {
    Map<String, Integer> out = new TreeMap<>();
    for (JsonNode result : run.path("results")) {
      out.put(
          result.path("ruleId").asText() + result.path("partialFingerprints"),
          result
              .path("locations")
              .get(0)
              .path("physicalLocation")
              .path("region")
              .path("startLine")
              .asInt());
    }
    return out;
  }

  @Test
  void sarifSaysThatAndWhyAFindingIsAccepted() throws IOException {
    Path tree = tree("tree");
    Files.writeString(
        tree.resolve("monitor.yml"),
        """
        suppress:
          - rule: code.silent-catch
            reason: a price may be missing
        """);
    List<JsonNode> accepted = new ArrayList<>();
    run(tree).path("results").forEach(r -> r.path("suppressions").forEach(accepted::add));

    assertThat(accepted).hasSize(1);
    assertThat(accepted.get(0).path("kind").asText()).isEqualTo("external");
    assertThat(accepted.get(0).path("justification").asText()).isEqualTo("a price may be missing");
  }

  @Test
  void asyncApiNamesChannelsOperationsAndMessages() throws IOException {
    JsonNode document = json(scan(tree("tree"), "--asyncapi"));
    JsonNode orders = document.path("channels").path("orders");

    assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(orders.path("address").asText()).isEqualTo("orders");
    assertThat(orders.path("messages").path("entry").path("payload").path("properties").has("id"))
        .isTrue();
    assertThat(orders.path("x-redis-streams").path("consumers").get(0).path("group").asText())
        .isEqualTo("billing");
    List<String> actions = new ArrayList<>();
    for (JsonNode operation : document.path("operations")) {
      String channel = operation.path("channel").path("$ref").asText();
      assertThat(channel).startsWith("#/channels/");
      assertThat(document.at(channel.substring(1)).isMissingNode()).isFalse();
      for (JsonNode message : operation.path("messages")) {
        assertThat(document.at(message.path("$ref").asText().substring(1)).isMissingNode())
            .isFalse();
      }
      actions.add(operation.path("action").asText());
    }
    assertThat(actions).contains("send", "receive");
  }
}
