package io.streamsmonitor.agents.logs.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.RawLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
  private static final String LONG = "2026-01-02 03:04:05.000 INFO a line that is long enough ";

  @TempDir Path root;

  @Test
  void followsWhatIsThereFromItsEndAndLaterFilesFromTheirFirstByte() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "*.log")) {
      app.write("old.log", "before\n").begin();
      app.write("old.log", "after\n").after(10);
      app.write("new.log", "first\n").after(1_000);
      app.write("new.log", "second\n").write("other.txt", "not ours\n").after(10);
      assertThat(app.texts()).containsExactly("after", "first", "second");
      assertThat(app.gaps()).isEmpty();
      assertThat(app.kept()).isEqualTo("after\nfirst\nsecond\n");
      assertThat(app.merged().lines()).allMatch(l -> l.matches("2026-.*Z \\[orders] \\w+"));
    }
  }

  @Test
  void readsARenamedFileToItsEndAndNothingTwice() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log*")) {
      app.write("orders.log", "0\n").begin();
      app.write("orders.log", LONG + "1\n").after(10);
      app.write("orders.log", LONG + "2\n");
      Files.move(app.path("orders.log"), app.path("orders.log.1"));
      app.write("orders.log.1", LONG + "3\n").write("orders.log", LONG + "4\n").after(150);
      app.write("orders.log.1", LONG + "late\n").after(150);
      Files.move(app.path("orders.log.1"), app.path("orders.log.2"));
      Files.move(app.path("orders.log"), app.path("orders.log.1"));
      app.write("orders.log", LONG + "5\n").after(30_000).after(30_000);
      assertThat(app.texts())
          .containsExactly(
              LONG + "1", LONG + "2", LONG + "3", LONG + "4", LONG + "late", LONG + "5");
      assertThat(app.gaps()).isEmpty();
    }
  }

  @Test
  void findsGenerationsThatCameAndWentBetweenTwoLooks() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log")) {
      app.write("orders.log", "").write("orders.log.0", "long before\n").begin();
      app.write("orders.log", "1\n").after(120);
      Files.move(app.path("orders.log"), app.path("orders.log.1"));
      app.write("orders.log", "2\n");
      Files.move(app.path("orders.log"), app.path("orders.log.2"));
      app.write("orders.log", "3\n").after(1_000);
      assertThat(app.texts()).containsExactly("1", "2", "3");
    }
  }

  @Test
  void reportsATruncationAndGoesOnFromTheFirstByte() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log")) {
      app.write("orders.log", "").begin();
      app.write("orders.log", "1\n2\n").after(10).truncate("orders.log");
      app.write("orders.log", "3\n").after(10);
      assertThat(app.texts()).containsExactly("1", "2", "3");
      assertThat(app.gaps()).hasSize(1);
      assertThat(app.gaps().get(0).what()).contains("truncated after byte 4");
    }
  }

  @Test
  void reportsATruncationEvenWhenTheFileHasGrownLongerSince() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log")) {
      app.write("orders.log", "").begin();
      app.write("orders.log", "1\n").after(10).truncate("orders.log");
      app.write("orders.log", "3 and a good deal more\n").after(10);
      assertThat(app.texts()).containsExactly("1", "3 and a good deal more");
      assertThat(app.gaps()).hasSize(1);
    }
  }

  @Test
  void doesNotReadACopyAgainButWhatOnlyTheCopyHas() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log*")) {
      app.write("orders.log", "").begin();
      app.write("orders.log", LONG + "1\n").after(10);
      app.write("orders.log", LONG + "2\n");
      Files.copy(app.path("orders.log"), app.path("orders.log.1"));
      app.truncate("orders.log").write("orders.log", LONG + "3\n").after(3_000);
      assertThat(app.texts()).containsExactlyInAnyOrder(LONG + "1", LONG + "2", LONG + "3");
      assertThat(app.gaps()).hasSize(1);
    }
  }

  @Test
  void followsALinkToWhereverItPoints() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "current.log")) {
      app.write("a.txt", "before\n");
      Files.createSymbolicLink(app.path("current.log"), app.path("a.txt"));
      app.begin().write("a.txt", "a\n").after(10).write("b.txt", "b\n");
      Files.createSymbolicLink(app.path("next"), app.path("b.txt"));
      Files.move(app.path("next"), app.path("current.log"), StandardCopyOption.REPLACE_EXISTING);
      app.after(150).write("b.txt", "bb\n").after(10);
      assertThat(app.texts()).containsExactly("a", "b", "bb");
    }
  }

  @Test
  void readsADeletedFileThatIsStillWritten() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log")) {
      app.write("orders.log", "").begin();
      try (var writer = Files.newOutputStream(app.path("orders.log"))) {
        writer.write("1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.delete(app.path("orders.log"));
        app.after(200);
        writer.write("2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      app.after(200).write("orders.log", "3\n").after(200);
      assertThat(app.texts()).containsExactly("1", "2", "3");
    }
  }

  @Test
  void givesOutAnUnfinishedLineAfterAPauseAndMarksIt() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log")) {
      app.write("orders.log", "").begin().write("orders.log", "no end").after(240);
      assertThat(app.texts()).isEmpty();
      app.after(30);
      assertThat(app.lines()).extracting(RawLine::partial).containsExactly(true);
      app.write("orders.log", " yet\n").after(10);
      assertThat(app.texts()).containsExactly("no end", " yet");
      assertThat(app.kept()).isEqualTo("no end yet\n");
    }
  }

  @Test
  void keepsEveryByteAsItIs() throws IOException {
    String wild =
        "\u00ff\u00fe nul \0 esc \u001b[31mred\u001b[0m\r\nprogress 1\rprogress 2\n\u00ef\u00bb\u00bfbom\n";
    try (FollowedFolder app = new FollowedFolder(root, "orders.log")) {
      app.write("orders.log", "").begin().write("orders.log", wild).after(10);
      assertThat(app.kept()).isEqualTo(wild);
      assertThat(app.lines()).hasSize(3);
    }
  }

  @Test
  void neverReadsBackWhatTheSessionWrites() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "../**.log")) {
      app.begin().write("orders.log", "once\n").after(2_000);
      assertThat(app.texts()).containsExactly("once");
      assertThat(app.merged().lines()).hasSize(1);
    }
  }

  @Test
  void leavesPackedGenerationsAlone() throws IOException {
    try (FollowedFolder app = new FollowedFolder(root, "orders.log*")) {
      app.write("orders.log", "").begin().write("orders.log.2.gz", "\u001f\u008b rubbish\n");
      app.after(2_000);
      assertThat(app.texts()).isEmpty();
    }
  }
}
