package io.streamsmonitor.agents.logs.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.RawLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogParserTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:10:00Z");

  private static LogEvent parse(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return LogParser.parse(new RawLine("orders", "logs/orders.log", 0, bytes, NOW, false, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02T03:04:05.123Z INFO x",
        "2026-01-02 03:04:05,123 INFO x",
        "2026-01-02T04:04:05.123+01:00 INFO x",
        "2026/01/02 03:04:05.123 INFO x",
        "[2026-01-02 03:04:05.123] INFO x",
        "02/Jan/2026:03:04:05.123 +0000 INFO x",
        "Fri, 02 Jan 2026 03:04:05.123 GMT INFO x",
        "Jan  2 03:04:05.123 host orders[7]: INFO x",
        "Jan 02, 2026 3:04:05.123 AM com.acme.Orders load",
        "01/02/2026 03:04:05.123 INFO x",
        "02.01.2026 03:04:05.123 INFO x",
        "20260102T030405.123Z INFO x",
        "1:M 02 Jan 2026 03:04:05.123 * x",
        "I0102 03:04:05.123000 1 x.go:1] x",
        "1767323045123 INFO x",
        "1767323045.123 INFO x",
        "03:04:05.123 [main] INFO x",
        "orders-1  | 2026-01-02T03:04:05.123Z INFO x",
        "{\"ts\":1767323045.123,\"level\":\"info\",\"msg\":\"x\"}",
        "{\"time\":1767323045123,\"level\":30,\"msg\":\"x\"}",
        "{\"@timestamp\":\"2026-01-02T03:04:05.123Z\",\"log.level\":\"INFO\",\"message\":\"x\"}",
        "{\"timeUnixNano\":\"1767323045123000000\",\"severityText\":\"INFO\",\"body\":\"x\"}",
        "level=info ts=2026-01-02T03:04:05.123Z msg=x"
      })
  void readsTheTimeOfEveryLayout(String line) {
    assertThat(parse(line).time())
        .as(line)
        .isNotNull()
        .extracting(LogTime::at)
        .isEqualTo(Instant.parse("2026-01-02T03:04:05.123Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "WARN  | 2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - x",
        "ERROR | 2026-01-02T03:04:05.123Z ERROR 17 --- [main] c.a.Orders : x",
        "ERROR | [2026-01-02 03:04:05,123: ERROR/Main] x",
        "ERROR | 2026-01-02 03:04:05,123 - app.worker - ERROR - x",
        "ERROR | 2026-01-02T03:04:05.123Z [orders] error: x",
        "ERROR | ERROR:root:x",
        "WARN  | [03:04:05 WRN] x",
        "ERROR | fail: Acme.Orders[0] x",
        "ERROR | E0102 03:04:05.123000 1 x.go:1] x",
        "WARN  | 1:M 02 Jan 2026 03:04:05.123 # x",
        "ERROR | 2026/01/02 03:04:05 [error] 31#31: *1 x",
        "ERROR | 2026-01-02T03:04:05.123Z\tERROR\tmain.go:3\tx\t{}",
        "FATAL | <13>Jan  2 03:04:05 host orders: FATAL x",
        "ERROR | {\"level\":50,\"time\":1767323045123,\"msg\":\"x\"}",
        "ERROR | {\"severityNumber\":17,\"body\":\"x\"}",
        "ERROR | {\"fields\":{\"level\":\"error\",\"message\":\"x\"}}",
        "WARN  | level=warning msg=x"
      })
  void readsTheLevelOfEveryDialect(LogLevel level, String line) {
    assertThat(parse(line.replace("\\t", "\t")).level()).as(line).isEqualTo(level);
  }

  /** Encoders as they write, each with time, level, logger and message. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sequenceNumber\":7,\"timestamp\":1767323045123,\"nanoseconds\":123000000,\"level\":\"WARN\",\"threadName\":\"main\",\"loggerName\":\"c.a.Orders\",\"formattedMessage\":\"late\"}",
        "{\"@timestamp\":\"2026-01-02T03:04:05.123Z\",\"@version\":\"1\",\"message\":\"late\",\"logger_name\":\"c.a.Orders\",\"thread_name\":\"main\",\"level\":\"WARN\",\"level_value\":30000}",
        "{\"@timestamp\":\"2026-01-02T03:04:05.123Z\",\"log.level\":\"WARN\",\"message\":\"late\",\"ecs.version\":\"1.2.0\",\"log.logger\":\"c.a.Orders\"}",
        "{\"@timestamp\":\"2026-01-02T03:04:05.123Z\",\"log\":{\"level\":\"warn\",\"logger\":\"c.a.Orders\"},\"message\":\"late\"}",
        "{\"level\":40,\"time\":1767323045123,\"pid\":7,\"hostname\":\"h\",\"name\":\"c.a.Orders\",\"msg\":\"late\"}",
        "{\"level\":\"warn\",\"ts\":1767323045.123,\"logger\":\"c.a.Orders\",\"caller\":\"a/b.go:7\",\"msg\":\"late\"}",
        "{\"timeUnixNano\":\"1767323045123000000\",\"severityNumber\":13,\"severityText\":\"WARN\",\"body\":{\"stringValue\":\"late\"},\"scope\":{\"name\":\"c.a.Orders\"}}",
        "level=warn ts=2026-01-02T03:04:05.123Z logger=c.a.Orders msg=late",
        "2026-01-02 03:04:05.123 WARN  [main] c.a.Orders - late",
        "2026-01-02T03:04:05.123Z  WARN 7 --- [           main] c.a.Orders : late"
      })
  void readsWhatEveryEncoderWrites(String line) {
    LogEvent event = parse(line);
    assertThat(event.time())
        .as(line)
        .isNotNull()
        .extracting(LogTime::at)
        .isEqualTo(Instant.parse("2026-01-02T03:04:05.123Z"));
    assertThat(event.level()).as(line).isEqualTo(LogLevel.WARN);
    assertThat(event.message()).as(line).isEqualTo("late");
    assertThat(event.logger()).as(line).isEqualTo("c.a.Orders");
  }

  @Test
  void readsTheFieldsOfTheSpecification() {
    LogEvent event =
        parse(
            "{\"level\":\"error\",\"timestamp\":\"2026-01-02T03:04:05.123Z\",\"service\":\"orders\","
                + "\"correlationId\":\"c-1\",\"traceId\":\"t-1\",\"event\":\"redis.failed\",\"message\":\"no\","
                + "\"messageId\":\"1700000000000-3\",\"error\":\"WRONGTYPE\"}");
    assertThat(event.correlationId()).isEqualTo("c-1");
    assertThat(event.traceId()).isEqualTo("t-1");
    assertThat(event.event()).isEqualTo("redis.failed");
    assertThat(event.streamId()).isEqualTo("1700000000000-3");
    assertThat(event.message()).isEqualTo("no: WRONGTYPE");
    assertThat(event.format()).isEqualTo(LineFormat.JSON);
  }

  @Test
  void neverThrowsOnAnyBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(LogParser.parse(new RawLine("a", "a", 0, bytes, NOW, false, 0))).isNotNull();
    }
  }
}
