package io.streamsmonitor.core.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTapTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final List<RawLine> lines = Collections.synchronizedList(new ArrayList<>());
  private final Workspace workspace;
  private final LineTap tap;

  LineTapTest(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("logs"));
    workspace = new Workspace(folder);
    tap = new LineTap(workspace, () -> NOW, lines::add);
  }

  @AfterEach
  void close() {
    tap.close();
  }

  private static void feed(LineSource source, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    source.accept(bytes, 0, bytes.length);
  }

  private List<String> texts() {
    return lines.stream().map(RawLine::text).toList();
  }

  private String log(String service) throws IOException {
    return Files.readString(workspace.log(service), ISO_8859_1);
  }

  @Test
  void cutsLinesAndKeepsEveryByte() throws IOException {
    String text = "one\r\n\ntw\0o\n\u00ff\u00fe three\rstill three\nlast";
    try (LineSource source = tap.open("orders")) {
      feed(source, text);
    }
    assertThat(log("orders")).isEqualTo(text);
    assertThat(lines.stream().map(l -> new String(l.bytes(), ISO_8859_1)))
        .containsExactly("one", "", "tw\0o", "\u00ff\u00fe three\rstill three", "last");
    assertThat(lines.stream().map(RawLine::offset)).containsExactly(0L, 5L, 6L, 11L, 32L);
    assertThat(lines).allMatch(l -> l.file().equals("logs/orders.log") && !l.partial());
    assertThat(Files.readString(workspace.logIndex("orders")).lines().toList())
        .containsExactly(
            "0 " + NOW.toEpochMilli(),
            "5 " + NOW.toEpochMilli(),
            "6 " + NOW.toEpochMilli(),
            "11 " + NOW.toEpochMilli(),
            "32 " + NOW.toEpochMilli());
    assertThat(Files.readString(workspace.merged(), ISO_8859_1))
        .startsWith("2026-01-02T03:04:05.678Z [orders] one\n2026-01-02T03:04:05.678Z [orders] \n")
        .endsWith("[orders] last\n");
  }

  @Test
  void givesTheSameLinesHoweverTheBytesArrive() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      text.append("line ").append(i).append("x".repeat(random.nextInt(90)));
      text.append(i % 3 == 0 ? "\r\n" : "\n");
    }
    byte[] bytes = text.toString().getBytes(ISO_8859_1);
    try (LineSource whole = tap.open("whole");
        LineSource pieces = tap.open("pieces")) {
      whole.accept(bytes, 0, bytes.length);
      for (int from = 0; from < bytes.length; ) {
        int length = Math.min(1 + random.nextInt(40), bytes.length - from);
        pieces.accept(bytes, from, length);
        from += length;
      }
    }
    assertThat(log("pieces")).isEqualTo(log("whole")).isEqualTo(text.toString());
    assertThat(of("pieces")).isEqualTo(of("whole")).hasSize(200);
    assertThat(Files.readString(workspace.logIndex("pieces")))
        .isEqualTo(Files.readString(workspace.logIndex("whole")));
  }

  private List<String> of(String service) {
    return lines.stream()
        .filter(l -> l.service().equals(service))
        .map(l -> l.offset() + " " + l.text())
        .toList();
  }

  @Test
  void givesOutAPausingLineMarkedAndItsRestAsAnother() throws IOException {
    try (LineSource source = tap.open("orders")) {
      source.flushPartial();
      feed(source, "password: ");
      assertThat(lines).isEmpty();
      source.flushPartial();
      assertThat(log("orders")).isEqualTo("password: ");
      source.flushPartial();
      feed(source, "thanks\nEnd?");
      source.flushPartial();
      feed(source, "\nnext\n");
    }
    assertThat(texts()).containsExactly("password: ", "thanks", "End?", "next");
    assertThat(lines.stream().map(RawLine::partial)).containsExactly(true, false, true, false);
    assertThat(lines.stream().map(RawLine::offset)).containsExactly(0L, 10L, 17L, 22L);
    assertThat(log("orders")).isEqualTo("password: thanks\nEnd?\nnext\n");
  }

  @Test
  void keepsALongLineInTheFileAndItsEndsInTheEvent() throws IOException {
    byte[] piece = new byte[60_000];
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (LineSource source = tap.open("orders")) {
      feed(source, "before\nSTART");
      for (int i = 0; i < 180; i++) {
        Arrays.fill(piece, (byte) ('a' + i % 26));
        all.writeBytes(piece);
        source.accept(piece, 0, piece.length);
      }
      feed(source, "FINISH\r\nafter\n");
    }
    String line = "START" + all.toString(ISO_8859_1) + "FINISH";
    assertThat(log("orders").equals("before\n" + line + "\r\nafter\n")).isTrue();
    assertThat(lines).hasSize(3);
    RawLine middle = lines.get(1);
    assertThat(middle.bytes().length).isBetween(60_000, 1 << 16);
    assertThat(middle.text()).startsWith("STARTaaa").endsWith("FINISH");
    assertThat(middle.cut() + middle.bytes().length).isEqualTo(line.length());
    assertThat(middle.offset()).isEqualTo(7);
    assertThat(texts()).startsWith("before").endsWith("after");
    assertThat(lines.get(2).offset()).isEqualTo(7 + line.length() + 2);
  }

  @Test
  void cutsNothingFromALineThatFits() {
    String line = "y".repeat(LineSource.HELD - 1);
    try (LineSource source = tap.open("orders")) {
      feed(source, line + "\n");
      feed(source, line.substring(9));
      feed(source, line.substring(0, 9) + "\n");
    }
    assertThat(lines).allMatch(l -> l.cut() == 0 && l.bytes().length == line.length()).hasSize(2);
  }

  @Test
  void keepsTheLinesOfTwoSourcesWhole() throws Exception {
    int each = 4000;
    Thread[] writers = new Thread[3];
    for (int w = 0; w < writers.length; w++) {
      String line = ("" + (char) ('A' + w)).repeat(37);
      writers[w] =
          new Thread(
              () -> {
                try (LineSource source = tap.open("orders")) {
                  for (int i = 0; i < each; i++) {
                    feed(source, line.substring(0, 20));
                    feed(source, line.substring(20) + "\n");
                  }
                }
              });
      writers[w].start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    byte[] file = Files.readAllBytes(workspace.log("orders"));
    assertThat(lines).hasSize(3 * each).allMatch(l -> l.text().matches("(.)\\1{36}"));
    assertThat(lines).allMatch(l -> l.text().equals(new String(file, (int) l.offset(), 37, UTF_8)));
    assertThat(new String(file, UTF_8).lines()).allMatch(l -> l.matches("(.)\\1{36}"));
  }
}
