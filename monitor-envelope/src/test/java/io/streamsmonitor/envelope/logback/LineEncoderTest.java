package io.streamsmonitor.envelope.logback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamsmonitor.envelope.EventContext;
import io.streamsmonitor.envelope.LineRenderer;
import io.streamsmonitor.envelope.Scope;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;

class LineEncoderTest {
  private static final String CONFIGURATION =
      """
      <configuration>
        <appender name="lines" class="ch.qos.logback.core.FileAppender">
          <file>%s</file>
          <encoder class="io.streamsmonitor.envelope.logback.LineEncoder">
            <service>payments</service>
          </encoder>
        </appender>
        <root level="DEBUG"><appender-ref ref="lines"/></root>
      </configuration>
      """;

  @TempDir private Path folder;

  private interface Logging {
    void to(Logger log);
  }

  private List<JsonNode> lines(Logging logging) throws Exception {
    Path file = folder.resolve("service.log");
    LoggerContext context = new LoggerContext();
    // MDC is kept by the adapter of the context all loggers share.
    context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        new ByteArrayInputStream(CONFIGURATION.formatted(file).getBytes(UTF_8)));
    logging.to(context.getLogger("com.acme.Till"));
    context.stop();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static List<String> names(JsonNode line) {
    return line.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void aLineHasTheFieldsOfTheSpecificationFirstAndTheIdsOfTheContext() throws Exception {
    EventContext story = EventContext.start("c-1");
    JsonNode line =
        lines(
                log -> {
                  Scope scope = story.open();
                  log.info("billed {} orders", 3);
                  scope.close();
                })
            .get(0);

    assertThat(names(line))
        .containsExactly(
            "level",
            "timestamp",
            "service",
            "correlationId",
            "traceId",
            "event",
            "message",
            "durationMs",
            "error",
            "spanId",
            "logger",
            "thread");
    assertThat(line.path("level").asText()).isEqualTo("info");
    assertThat(line.path("timestamp").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(line.path("service").asText()).isEqualTo("payments");
    assertThat(line.path("correlationId").asText()).isEqualTo("c-1");
    assertThat(line.path("traceId").asText()).isEqualTo(story.traceId());
    assertThat(line.path("event").asText()).isEqualTo("log");
    assertThat(line.path("message").asText()).isEqualTo("billed 3 orders");
    assertThat(line.path("durationMs").isInt()).isTrue();
    assertThat(line.path("error").isNull()).isTrue();
  }

  @Test
  void keysGoToTheirPlacesAndAreWrittenOnce() throws Exception {
    List<JsonNode> lines =
        lines(
            log -> {
              log.atWarn()
                  .addKeyValue("event", "order.slow")
                  .addKeyValue("durationMs", 750)
                  .addKeyValue("correlationId", "c-2")
                  .addKeyValue("order", "o-1")
                  .log("slow");
              log.debug(MarkerFactory.getMarker("order.seen"), "seen");
            });

    assertThat(lines.get(0).path("level").asText()).isEqualTo("warn");
    assertThat(lines.get(0).path("event").asText()).isEqualTo("order.slow");
    assertThat(lines.get(0).path("durationMs").asInt()).isEqualTo(750);
    assertThat(lines.get(0).path("correlationId").asText()).isEqualTo("c-2");
    assertThat(lines.get(0).path("order").asText()).isEqualTo("o-1");
    assertThat(lines.get(1).path("event").asText()).isEqualTo("order.seen");
    assertThat(lines.get(1).path("level").asText()).isEqualTo("info");
    assertThat(lines.get(1).path("detail").asText()).isEqualTo("DEBUG");
  }

  @Test
  void anErrorStaysOnOneLineWithoutItsSecrets() throws Exception {
    String password = "hunter" + 2;
    JsonNode line =
        lines(log -> log.error("no", new IllegalStateException("password=" + password))).get(0);

    assertThat(line.path("error").asText())
        .isEqualTo("java.lang.IllegalStateException: password=***");
    assertThat(line.path("stackTrace").asText()).contains("LineEncoderTest");
    assertThat(line.toString()).doesNotContain(password);
  }

  @Test
  void aLifecycleLineIsWrittenAsItIs() throws Exception {
    LifecycleEvent ack =
        new LineRenderer("payments")
            .event(Level.INFO, Instant.EPOCH, "done", Map.of("event", "redis.ack"));

    assertThat(lines(log -> log.info("{}", ack)).get(0).toString()).isEqualTo(ack.toJson());
  }

  @Test
  void thePlainRendererWritesTheSameWithoutLogback() throws Exception {
    Scope scope = EventContext.start("c-1").open();
    String json =
        new LineRenderer("payments")
            .json(Level.ERROR, Instant.EPOCH, "no", new IllegalStateException("x"), Map.of("n", 1));
    scope.close();
    JsonNode line = new ObjectMapper().readTree(json);

    assertThat(names(line).subList(0, 9))
        .containsExactly(
            "level",
            "timestamp",
            "service",
            "correlationId",
            "traceId",
            "event",
            "message",
            "durationMs",
            "error");
    assertThat(line.path("timestamp").asText()).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(line.path("correlationId").asText()).isEqualTo("c-1");
    assertThat(line.path("n").asInt()).isEqualTo(1);
  }
}
