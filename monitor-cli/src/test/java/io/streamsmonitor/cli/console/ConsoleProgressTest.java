package io.streamsmonitor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final VirtualClock clock = new VirtualClock();
  private final SessionEvents events = new SessionEvents();

  private ConsoleProgress console(boolean live) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new ConsoleProgress(out, live, new Ink(false), clock, events);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Window window() {
    return new Window(clock.now(), clock.now().plus(Duration.ofMinutes(10)));
  }

  private StreamPoll poll(String name, long length) {
    StreamId id = new StreamId(1, 0);
    StreamSnapshot stream =
        new StreamSnapshot(
            Name.of(name),
            new StreamMark(length, length, id, id, id, null),
            EntrySample.NONE,
            List.of());
    return new StreamPoll(clock.now(), List.of(stream), List.of(), 1, 1);
  }

  @Test
  void aTerminalShowsTheStreamsBelowTheTimeThatIsLeftAndPaintsItselfAnew() {
    ConsoleProgress console = console(true);
    console.opened(window());
    events.publish(poll("orders", 812));
    clock.advance(Duration.ofSeconds(1));

    assertThat(printed()).contains("T+0:01 [", "599s left", "orders", "812", "\u001b[1A\u001b[J");
    assertThat(printed().lines())
        .allMatch(line -> line.length() <= 80 + "\u001b[3A\u001b[J".length());
  }

  @Test
  void aPipeGetsPlainLinesEveryFifteenSeconds() {
    ConsoleProgress console = console(false);
    console.opened(window());
    clock.advance(Duration.ofSeconds(31));

    assertThat(printed().lines()).hasSize(3).allMatch(line -> line.startsWith("T+0:"));
    assertThat(printed()).doesNotContain("\u001b");
  }

  @Test
  void aHealthCheckNamesWhatIsDownAndEveryStream() throws IOException {
    JsonNode check =
        Json.MAPPER.readTree(
            "{\"redis\":\"PONG\",\"criticals\":2,\"agents\":{\"A\":true},"
                + "\"services\":{\"orders\":true,\"mail\":false},"
                + "\"streams\":[{\"name\":\"orders\",\"length\":9,\"lag\":4,\"pending\":1}]}");
    console(false).health(check);

    assertThat(printed())
        .contains("redis PONG, 2 critical", "services 1/2 (not: mail)")
        .contains("orders  length 9, lag 4, pending 1");
  }
}
