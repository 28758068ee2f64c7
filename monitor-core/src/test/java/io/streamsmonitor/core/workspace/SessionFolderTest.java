package io.streamsmonitor.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SessionFolderTest {
  @TempDir Path temp;

  @Test
  void aSecondSessionInOneFolderIsRefusedWithTheWayOut() throws IOException {
    Workspace workspace = new Workspace(temp.resolve("s"));
    try (SessionFolder first = SessionFolder.open(workspace, "20260101_000000")) {
      first.complete();
      assertThatThrownBy(() -> SessionFolder.open(workspace, "20260101_000001"))
          .hasMessageContaining("another session is running")
          .hasMessageContaining("--workspace");
    }
    SessionFolder.open(workspace, "20260101_000002").close();
  }

  @Test
  void onlyTheNewestTwentySessionsAreKept() throws IOException {
    Workspace workspace = new Workspace(temp.resolve("s"));
    for (int i = 0; i < 24; i++) {
      SessionFolder.open(workspace, "20260101_0000" + (10 + i)).close();
    }
    try (var kept = Files.list(workspace.archive())) {
      assertThat(kept.map(p -> p.getFileName().toString()))
          .hasSize(20)
          .contains("20260101_000032")
          .doesNotContain("20260101_000012");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseReadsTheFolder() throws IOException {
    Workspace workspace = new Workspace(temp.resolve("s"));
    try (SessionFolder folder = SessionFolder.open(workspace, "id")) {
      folder.complete();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.root())))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.health())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void namesBecomeFileNamesThatStayInTheFolderAndStayApart() {
    assertThat(Slug.of("orders")).isEqualTo("orders");
    assertThat(Slug.of("../etc/passwd")).doesNotContain("/").isNotEqualTo(Slug.of("..-etc-passwd"));
    assertThat(Slug.of("..")).doesNotStartWith(".");
    assertThat(Slug.of("x".repeat(500)).length()).isLessThan(100);
  }
}
