package io.streamsmonitor.agents.source.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import io.streamsmonitor.agents.source.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  @TempDir Path folder;

  private CodeSample sample() {
    return CodeSample.in(folder)
        .jedis("Stays", "void add() { jedis.xadd(S, fields, params); }")
        .jedis("Goes", "void add() { jedis.xadd(S, fields, params); }")
        .file("src/Later.java", "class Later { static final String S = \"orders\"; }");
  }

  private Shelf shelf(List<Source> found) {
    return new Shelf(found, new Crew(2, () -> {}), FactStore.none());
  }

  @Test
  void accountsForAFileThatVanishesWhileOthersAreRead() throws IOException {
    List<Source> found = new SourceWalk(sample().scope(), new Folders()).files();
    Files.delete(folder.resolve("src/main/java/shop/Goes.java"));
    Shelf shelf = shelf(found);
    shelf.readAll();

    assertThat(shelf.counts()).isEqualTo(new CodeFacts.Counts(3, 2, 1, 0, 1));
    assertThat(shelf.gaps())
        .containsExactly("src/main/java/shop/Goes.java: cannot be read: NoSuchFileException");
  }

  /** Whoever may read everything cannot be denied a file, but nobody can read a folder as one. */
  @Test
  void accountsForAFileThatCannotBeRead() throws IOException {
    List<Source> found = new SourceWalk(sample().scope(), new Folders()).files();
    Path file = folder.resolve("src/main/java/shop/Goes.java");
    Files.delete(file);
    Files.createDirectory(file);
    Shelf shelf = shelf(found);
    shelf.readAll();

    assertThat(shelf.counts()).isEqualTo(new CodeFacts.Counts(3, 2, 1, 0, 1));
    assertThat(shelf.gaps())
        .containsExactly("src/main/java/shop/Goes.java: cannot be read: IOException");
  }

  @Test
  void accountsForAFileThatVanishesBeforeItIsAskedFor() throws IOException {
    Shelf shelf = shelf(new SourceWalk(sample().scope(), new Folders()).files());
    shelf.readAll();
    Files.delete(folder.resolve("src/Later.java"));

    assertThat(shelf.demand("Later")).isEmpty();
    assertThat(shelf.counts()).isEqualTo(new CodeFacts.Counts(3, 2, 2, 0, 1));
  }

  @Test
  void givesAFileOnceThatIsAskedForTwice() {
    Shelf shelf = shelf(new SourceWalk(sample().scope(), new Folders()).files());
    shelf.readAll();

    assertThat(shelf.demand("Later")).extracting(f -> f.path()).containsExactly("src/Later.java");
    assertThat(shelf.demand("Later")).isEmpty();
  }
}
