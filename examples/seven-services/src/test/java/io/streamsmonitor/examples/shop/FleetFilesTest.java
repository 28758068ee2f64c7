package io.streamsmonitor.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fleet's files agree with each other; the fleet itself runs under {@code monitor demo}. */
class FleetFilesTest {
  private static final Set<String> MATCHER_KEYS =
      Set.of("agent", "category", "rule", "stream", "service", "consumerGroup", "file");

  @Test
  void everyFaultIsNumberedOnceAndSaysHowItIsFound() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode fault : yaml("truth.yml").get("faults")) {
      assertThat(ids.add(fault.get("id").asText())).as(fault.get("id").asText()).isTrue();
      assertThat(fault.get("title").asText()).isNotBlank();
      assertThat(fault.get("found-by")).isNotEmpty();
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(16);
  }

  @Test
  void everyMatcherUsesKnownKeysAndNamesFilesThatExist() throws IOException {
    for (JsonNode matcher : matchers()) {
      matcher.fieldNames().forEachRemaining(key -> assertThat(MATCHER_KEYS).contains(key));
      if (matcher.has("file")) {
        assertThat(Path.of(matcher.get("file").asText())).isRegularFile();
      }
    }
  }

  @Test
  void noExplanationIsAnAgentAlone() throws IOException {
    assertThat(matchers()).allSatisfy(matcher -> assertThat(matcher.size()).isGreaterThan(1));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceIsDescribedAndConfiguredForBothVariants(JsonNode service) throws IOException {
    String name = service.get("name").asText();
    assertThat(Path.of(name, "README.md")).isRegularFile();
    for (Variant variant : Variant.values()) {
      assertThat(Path.of(name, "src", variant.folder())).isDirectory();
      assertThat(Settings.load(name, variant).getProperty("service.name")).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyPublishedStreamHasASchemaPageWithFieldsAndVersion(JsonNode service) throws IOException {
    for (JsonNode stream : service.path("publishes")) {
      Path page = Path.of(service.get("name").asText(), "docs", stream.asText() + ".md");
      assertThat(Files.readString(page)).contains("| schemaVersion | 1.0 |", "| Field | Type |");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void monitorYmlAndTheHealthySettingsNameTheSameStreamsAndGroups(JsonNode service)
      throws IOException {
    Settings settings = Settings.load(service.get("name").asText(), Variant.HEALTHY);
    for (JsonNode stream : service.path("publishes")) {
      String key = "redis.publish." + stream.asText() + ".stream";
      assertThat(settings.getProperty(key)).isEqualTo(stream.asText());
    }
    for (JsonNode consumed : service.path("consumes")) {
      String key = "redis.consume." + consumed.get("stream").asText() + ".group";
      assertThat(settings.getProperty(key)).isEqualTo(consumed.get("group").asText());
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void portsClashInTheFaultyVariantAlone(Variant variant) throws IOException {
    Set<Integer> ports = new HashSet<>();
    for (JsonNode service : yaml("monitor.yml").get("services")) {
      ports.add(Settings.load(service.get("name").asText(), variant).getInt("server.port"));
    }
    assertThat(ports).hasSize(variant == Variant.HEALTHY ? 7 : 6);
  }

  static Stream<JsonNode> services() throws IOException {
    List<JsonNode> services = new ArrayList<>();
    yaml("monitor.yml").get("services").forEach(services::add);
    return services.stream();
  }

  private static List<JsonNode> matchers() throws IOException {
    List<JsonNode> matchers = new ArrayList<>();
    for (JsonNode fault : yaml("truth.yml").get("faults")) {
      fault.get("found-by").forEach(matchers::add);
      fault.path("explains").forEach(matchers::add);
    }
    return matchers;
  }

  private static JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(Path.of(file).toFile());
  }
}
