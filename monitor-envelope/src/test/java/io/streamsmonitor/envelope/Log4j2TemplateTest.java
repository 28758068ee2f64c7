package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the embedding page for users of log4j2. */
class Log4j2TemplateTest {
  private static final String CONFIGURATION =
      """
      <Configuration>
        <Appenders>
          <File name="lines" fileName="%s">
            <JsonTemplateLayout eventTemplateUri="classpath:io/streamsmonitor/envelope/log4j2.json"/>
          </File>
        </Appenders>
        <Loggers><Root level="debug"><AppenderRef ref="lines"/></Root></Loggers>
      </Configuration>
      """;

  @Test
  void aLineHasTheFieldsOfTheSpecificationFirst(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("service.log");
    LoggerContext context = new LoggerContext("test");
    byte[] xml = CONFIGURATION.formatted(file).getBytes(UTF_8);
    context.start(
        new XmlConfiguration(context, new ConfigurationSource(new ByteArrayInputStream(xml))));
    ThreadContext.put("correlationId", "c-1");
    context.getLogger("Till").debug("billed {} orders", 3);
    ThreadContext.clearAll();
    context
        .getLogger("Till")
        .fatal(MarkerManager.getMarker("order.failed"), "no", new IllegalStateException("why"));
    context.stop();
    List<String> lines = Files.readAllLines(file);
    JsonNode debug = new ObjectMapper().readTree(lines.get(0));
    JsonNode fatal = new ObjectMapper().readTree(lines.get(1));

    assertThat(lines).hasSize(2);
    assertThat(debug.properties().stream().map(Map.Entry::getKey))
        .startsWith("level", "timestamp", "service", "correlationId");
    assertThat(debug.path("level").asText()).isEqualTo("info");
    assertThat(debug.path("timestamp").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(debug.path("correlationId").asText()).isEqualTo("c-1");
    assertThat(debug.path("event").asText()).isEqualTo("log");
    assertThat(debug.path("message").asText()).isEqualTo("billed 3 orders");
    assertThat(debug.path("durationMs").isInt()).isTrue();
    assertThat(debug.path("error").isNull() || debug.path("error").isMissingNode()).isTrue();
    assertThat(fatal.path("level").asText()).isEqualTo("error");
    assertThat(fatal.path("event").asText()).isEqualTo("order.failed");
    assertThat(fatal.path("error").asText()).isEqualTo("why");
    assertThat(fatal.path("stackTrace").asText()).contains("Log4j2TemplateTest");
  }
}
