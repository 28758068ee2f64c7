package io.streamsmonitor.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.html.HtmlReport;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page opened from disk in a headless Chromium, where there is one. */
class PageInBrowserTest {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  @TempDir Path folder;
  private Path page = Path.of("");

  @BeforeEach
  void writeThePage() throws IOException {
    page =
        Files.writeString(
            folder.resolve("r.html"), HtmlReport.of(SampleSession.sick(folder).result()));
  }

  @Test
  void showsItsWordsAndRunsNothingButItsOwnFilterWithoutError() throws Exception {
    String said = run("--dump-dom");

    assertThat(said)
        .contains(
            "<b>CRITICAL</b>",
            "filter findings by text",
            "Root causes",
            "payments is overloaded",
            "Topology",
            "</footer>")
        .doesNotContain("CONSOLE", "Refused to", "ERR_");
  }

  @Test
  void isPrintedWithEverythingUnfolded() throws Exception {
    Path closed = folder.resolve("closed.pdf");
    run("--print-to-pdf=" + closed);
    Files.writeString(page, Files.readString(page).replace("<details", "<details open=\"open\""));
    Path open = folder.resolve("open.pdf");
    run("--print-to-pdf=" + open);

    assertThat(pages(closed)).isEqualTo(pages(open)).isGreaterThan(2);
  }

  @Test
  void isDrawn() throws Exception {
    Path shot = folder.resolve("shot.png");
    run("--window-size=1000,1400", "--screenshot=" + shot);

    BufferedImage image = ImageIO.read(shot.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(image.getWidth()).isEqualTo(1000);
    assertThat(colours)
        .as("colours of a page with a verdict, curves and words")
        .hasSizeGreaterThan(50);
  }

  private static int pages(Path pdf) throws IOException {
    String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    return text.split("/Type /Page\\b(?!s)", -1).length - 1;
  }

  private String run(String... more) throws Exception {
    Path chromium = chromium();
    assumeTrue(chromium != null, "no Chromium on the PATH: the page is not opened here");
    List<String> command = new ArrayList<>();
    command.add(String.valueOf(chromium));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--enable-logging=stderr",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(Arrays.asList(more));
    command.add(page.toUri().toString());
    File out = folder.resolve("out").toFile();
    File log = folder.resolve("log").toFile();
    Process browser = new ProcessBuilder(command).redirectOutput(out).redirectError(log).start();
    if (!browser.waitFor(40, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new AssertionError("Chromium did not end: " + Files.readString(log.toPath()));
    }
    assertThat(browser.exitValue()).as(Files.readString(log.toPath())).isZero();
    String console;
    try (Stream<String> lines = Files.lines(log.toPath())) {
      console = String.join("\n", lines.filter(line -> line.contains(":CONSOLE")).toList());
    }
    return Files.readString(out.toPath()) + console;
  }

  private static @Nullable Path chromium() {
    String path = System.getenv("PATH");
    for (String place : path == null ? new String[0] : path.split(File.pathSeparator, -1)) {
      for (String name : NAMES) {
        Path file = Path.of(place, name);
        if (Files.isExecutable(file)) {
          return file;
        }
      }
    }
    return null;
  }
}
