package io.streamsmonitor.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTargetTest {
  @TempDir Path folder;

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ScanTarget target(Path... folders) throws ConfigError {
    return ScanTarget.of(List.of(folders), null, name -> null);
  }

  private static List<String> names(ScanTarget target) {
    return target.scope().services().stream().map(ServiceSpec::name).toList();
  }

  @Test
  void takesModulesForServicesWhereNothingNamesThem() throws Exception {
    file("pom.xml", "<project><artifactId>fleet</artifactId></project>");
    file("orders/pom.xml", "<project/>");
    file("orders/src/main/java/Orders.java", "class Orders {}");
    file("web/package.json", "{}");
    file("docs/README.md", "");

    assertThat(names(target(folder))).containsExactlyInAnyOrder("orders", "web");
  }

  @Test
  void namesASingleServiceByItsBuildAndNotByItsFolder() throws Exception {
    file(
        "pom.xml",
        "<project><parent><artifactId>parent</artifactId></parent><artifactId>orders</artifactId></project>");
    file("src/main/java/Orders.java", "class Orders {}");

    assertThat(names(target(folder))).containsExactly("orders");
  }

  @Test
  void keepsModulesOfOneNameApart() throws Exception {
    for (String group : List.of("shop", "back")) {
      file(group + "/api/pom.xml", "<project/>");
      file(group + "/api/src/A.java", "class A {}");
    }

    assertThat(names(target(folder))).containsExactlyInAnyOrder("shop-api", "back-api");
  }

  @Test
  void takesTheFleetOfAMonitorFile() throws Exception {
    file("monitor.yml", "services: [{ name: orders, sources: [code] }]\n");
    file("code/A.java", "class A {}");

    ScanTarget target = target(folder);

    assertThat(names(target)).containsExactly("orders");
    assertThat(target.scope().sources()).isEmpty();
  }

  @Test
  void startsPathsWhereAllFoldersMeet() throws Exception {
    file("a/A.java", "class A {}");
    file("b/B.java", "class B {}");

    assertThat(target(folder.resolve("a"), folder.resolve("b")).scope().base())
        .isEqualTo(folder.toAbsolutePath().normalize());
  }

  @Test
  void saysWhichFolderIsMissing() {
    assertThatThrownBy(() -> target(folder.resolve("gone")))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("gone");
  }
}
