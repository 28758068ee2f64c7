package io.streamsmonitor.agents.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.SourceFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigSourcesTest {
  @TempDir Path base;

  private FleetFixture files() {
    return new FleetFixture(base);
  }

  private ScanScope scope() {
    return new ScanScope(base, List.of(), List.of(base), List.of());
  }

  private ConfigSources read() {
    return FleetReading.of(FleetConfig.read(scope()), SourceFacts.NONE, Launch.UNKNOWN)
        .view(null)
        .sources();
  }

  private String value(String key) {
    ConfigValues values = FleetConfig.read(scope()).values();
    return values.value("", key).map(v -> v.text() + " @" + v.at()).orElse("");
  }

  @Test
  void listsEverySourceAndSkipsWhatIsNotTheFleets() {
    files()
        .file("a/application.yml", "x: 1")
        .file("a/application-prod.properties", "x=1")
        .file("a/vite.config.ts", "export default { port: 3000 }")
        .file("a/config/streams.json", "{}")
        .file("a/data.json", "{}")
        .file(".env.local", "X=1")
        .file("docker-compose.prod.yml", "services: {}")
        .file("a/Dockerfile", "FROM x")
        .file("node_modules/b/config.yml", "x: 1")
        .file("a/target/classes/application.yml", "x: 1")
        .file("a/src/test/resources/application.yml", "x: 1");
    assertThat(read().files())
        .containsExactly(
            ".env.local",
            "a/Dockerfile",
            "a/application-prod.properties",
            "a/application.yml",
            "a/config/streams.json",
            "a/vite.config.ts",
            "docker-compose.prod.yml");
  }

  @Test
  void knowsTheLineOfEveryValue() {
    files().file("application.yml", "a:", "  b: one", "  list:", "    - x", "    - name: y");
    assertThat(read().documents().get(0).entries())
        .extracting(e -> e.key() + "=" + e.value() + "@" + e.at().line())
        .containsExactly("a.b=one@2", "a.list[0]=x@4", "a.list[1].name=y@5");
  }

  @Test
  void bindsKeysLooselyAndExpandsNestedPlaceholders() {
    files()
        .file(
            "application.yml",
            "redis:",
            "  stream-name: ${prefix:${fallback:std}}-orders",
            "prefix: ${NONE:live}")
        .file(".env", "SPRING_REDIS_HOST=db1 # the first");
    assertThat(value("redis.streamName")).isEqualTo("live-orders @application.yml:2");
    assertThat(value("spring.redis.host")).isEqualTo("db1 @.env:1");
    files().file("application.properties", "open=${nowhere}", "self=${self}");
    assertThat(value("open")).isEmpty();
    assertThat(value("self")).isEmpty();
  }

  @Test
  void hasNoValueWhereSourcesOfOneRankContradictEachOther() {
    files().file("a/application.yml", "stream: one").file("b/application.yml", "stream: two");
    assertThat(value("stream")).isEmpty();
  }

  @Test
  void keepsProfilesApart() {
    files()
        .file(
            "application.yml",
            "stream: one",
            "---",
            "spring.config.activate.on-profile: dev",
            "stream: two")
        .file("application-prod.yml", "stream: three");
    assertThat(value("stream")).isEqualTo("one @application.yml:1");
    assertThat(read().documents())
        .extracting(d -> d.profile())
        .containsExactlyInAnyOrder("", "dev", "prod");
  }

  @Test
  void readsTheEnvironmentOfContainers() {
    files()
        .file("Dockerfile", "FROM x", "ENV A=1 B=\"two words\" \\", "    C=3", "ENV OLD style")
        .file(
            "deploy.yaml",
            "apiVersion: apps/v1",
            "kind: Deployment",
            "metadata: { name: orders }",
            "spec:",
            "  template:",
            "    spec:",
            "      containers:",
            "        - name: main",
            "          env:",
            "            - name: STREAM",
            "              value: orders",
            "            - name: PASSWORD",
            "              valueFrom: { secretKeyRef: { name: s, key: p } }")
        .file("package.json", "{\"scripts\": {\"start\": \"PORT=3001 node main.js\"}}");
    assertThat(read().env())
        .extracting(e -> e.service() + "/" + e.name() + "=" + e.value() + "@" + e.at().line())
        .containsExactlyInAnyOrder(
            "/A=1@2",
            "/B=two words@2",
            "/C=3@3",
            "/OLD=style@4",
            "orders/STREAM=orders@11",
            "orders/PASSWORD=null@12",
            "/PORT=3001@1");
  }

  @Test
  void givesTheFilesOfComposeToTheirServices() {
    files()
        .file(
            "deploy/compose.yml",
            "services:",
            "  orders:",
            "    env_file: ../orders.env",
            "  billing:",
            "    env_file:",
            "      - billing.env",
            "      - path: ../shared.env",
            "  audit:",
            "    env_file: [../shared.env]")
        .file("orders.env", "PORT=1")
        .file("deploy/billing.env", "PORT=2")
        .file("shared.env", "URL=3");
    assertThat(read().env())
        .extracting(s -> s.service() + " " + s.name() + " " + s.value())
        .containsExactlyInAnyOrder(
            "orders PORT 1", "billing PORT 2", "billing URL 3", "audit URL 3");
  }

  @Test
  void refusesABomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (before + ",").repeat(8) + before + "]\n");
    }
    files().file("bomb.yml", bomb.toString()).file("good.yml", "x: 1");
    ConfigSources sources = read();
    assertThat(sources.gaps()).extracting(g -> g.at().file()).containsExactly("bomb.yml");
    assertThat(sources.documents()).extracting(d -> d.file()).containsExactly("good.yml");
  }

  @Test
  void refusesWhatRefersToItselfOrIsTooDeep() {
    files()
        .file("circle.yml", "a: &a", "  b: *a")
        .file("deep.yml", "x: " + "[".repeat(5_000) + "]".repeat(5_000))
        .file("config/deep.json", "[".repeat(5_000) + "]".repeat(5_000));
    assertThat(read().gaps()).hasSize(3);
  }

  @Test
  void refusesWhatIsLargeBinaryOrInAnotherEncoding() throws IOException {
    files().file("large.yml", "x: " + "y".repeat(2_000_000));
    Files.write(base.resolve("binary.yml"), new byte[] {1, 0, 2});
    Files.write(base.resolve("latin.yml"), "x: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    Files.createSymbolicLink(base.resolve("loop"), base);
    assertThat(read().gaps())
        .extracting(g -> g.at().file() + " " + g.reason())
        .containsExactlyInAnyOrder(
            "binary.yml is binary",
            "large.yml is 1953 KB; more than 1024 KB is not read",
            "latin.yml is not UTF-8");
  }

  @Test
  void followsAnchorsAndMergeKeys() {
    files()
        .file(
            "application.yml",
            "base: &base { stream: orders, group: g }",
            "mine: { <<: *base, group: own }");
    assertThat(value("mine.stream")).startsWith("orders");
    assertThat(value("mine.group")).startsWith("own");
    assertThat(read().duplicates()).isEmpty();
  }
}
