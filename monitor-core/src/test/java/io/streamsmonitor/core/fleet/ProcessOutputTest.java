package io.streamsmonitor.core.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.RawLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessOutputTest {
  private final FleetRun run;

  ProcessOutputTest(@TempDir Path folder) throws IOException {
    run = new FleetRun(folder);
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void keepsEveryByteOfBothOutputsInTheirOrder() throws Exception {
    run.sh(
            "odd",
            "printf 'one\\r\\n'; printf 'err\\n' >&2; printf 'n\\000ul\\n\\377\\376\\n\\n' ;"
                + " printf 'err2\\n' >&2; printf 'no end'")
        .go();
    run.exit();
    String expected = "one\r\nerr\nn\0ul\n\u00ff\u00fe\n\nerr2\nno end";
    assertThat(new String(run.log("odd"), ISO_8859_1)).isEqualTo(expected);
    assertThat(run.lines().stream().map(l -> new String(l.bytes(), ISO_8859_1)))
        .containsExactly("one", "err", "n\0ul", "\u00ff\u00fe", "", "err2", "no end");
  }

  @Test
  void losesNothingOfAFlood() throws Exception {
    run.sh("flood", "seq 1 100000").sh("other", "seq 100001 200000").go();
    run.exit();
    run.exit();
    String expected = text(1) + text(100_001);
    // On a busy machine a line may arrive in two parts.
    Map<String, String> said =
        run.lines().stream()
            .collect(
                groupingBy(
                    RawLine::service,
                    mapping(l -> l.partial() ? l.text() : l.text() + "\n", joining())));
    assertThat(said.get("flood") + said.get("other")).isEqualTo(expected);
    assertThat(run.text("flood") + run.text("other")).isEqualTo(expected);
  }

  private static String text(int from) {
    return IntStream.range(from, from + 100_000).mapToObj(i -> i + "\n").collect(joining());
  }

  @Test
  void takesALineOfTenMegabytes() throws Exception {
    run.sh("long", "head -c 10000000 /dev/zero | tr '\\000' x; echo; echo after").go();
    run.exit();
    assertThat(run.log("long")).hasSize(10_000_000 + 1 + 6);
    assertThat(run.lines()).hasSize(2);
    RawLine line = run.lines().get(0);
    assertThat(line.cut() + line.bytes().length).isEqualTo(10_000_000);
    assertThat(run.lines().get(1).offset()).isEqualTo(10_000_001);
  }

  @Test
  void givesOutAPromptThatWaits() throws Exception {
    run.sh("asks", "printf 'password: '; exec sleep 300").go();
    RawLine line = run.line(l -> true);
    assertThat(line.text()).isEqualTo("password: ");
    assertThat(line.partial()).isTrue();
  }

  @Test
  void givesServicesTheirEnvironmentAndNoInput() throws Exception {
    run.env.put("REDIS_URL", "redis://localhost:7777");
    run.services.add(
        new ServiceSpec(
            "env",
            List.of(
                "sh", "-c", "cat; echo \"$STREAMS_MONITOR_SESSION $REDIS_URL $OWN ${HOME:+home}\""),
            run.folder,
            Map.of("OWN", "mine"),
            null,
            List.of(),
            0,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    run.go();
    assertThat(run.line(l -> true).text())
        .isEqualTo(FleetRun.SESSION + " redis://localhost:7777 mine home");
    assertThat(run.exit().exitCode()).isZero();
  }

  @Test
  void keepsWhatWasWrittenUntilReadyInTheStartupLog() throws Exception {
    run.sh("orders", "echo hello; echo ready; exec sleep 300").go().awaitReady();
    assertThat(run.text("startup")).isEqualTo("[orders] hello\n[orders] ready\n");
  }
}
