package io.streamsmonitor.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.agents.logs.LogInput;
import io.streamsmonitor.cli.config.ConfigError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  @TempDir Path folder;

  private List<String> services(String... places) throws ConfigError {
    List<String> paths = List.of(places).stream().map(p -> folder.resolve(p).toString()).toList();
    return LogFiles.find(paths, Instant.EPOCH).stream().map(LogInput::service).toList();
  }

  private List<String> names(String place) throws ConfigError {
    return LogFiles.find(List.of(folder.resolve(place).toString()), Instant.EPOCH).stream()
        .map(i -> folder.relativize(Path.of(i.name())).toString())
        .toList();
  }

  private void make(String... files) throws IOException {
    for (String file : files) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "x\n");
    }
  }

  @Test
  void namesAServiceAfterItsFile() throws Exception {
    make("orders.log", "a.b.txt", "plain", "payments.log.2", "stock.log-20260301");
    assertThat(services("orders.log", "a.b.txt", "plain", "payments.log.2", "stock.log-20260301"))
        .containsExactly("orders", "a.b", "plain", "payments", "stock");
  }

  @Test
  void readsGenerationsOfALogTheOldestFirst() throws Exception {
    make("logs/orders.log", "logs/orders.log.1", "logs/orders.log.10.gz", "logs/orders.log.2");
    assertThat(names("logs"))
        .containsExactly(
            "logs/orders.log.10.gz", "logs/orders.log.2", "logs/orders.log.1", "logs/orders.log");
    assertThat(names("logs/orders.log*")).hasSize(4);
  }

  @Test
  void tellsFilesOfOneNameApartByTheirFolders() throws Exception {
    make("a/app.log", "b/app.log");
    assertThat(services("a/app.log", "b/app.log")).containsExactly("app", "b/app");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> services("none.log"))
        .isInstanceOf(ConfigError.class)
        .hasMessageEndingWith("none.log: no such file");
    assertThatThrownBy(() -> services("*.log")).hasMessageEndingWith("*.log: no log files there");
  }
}
