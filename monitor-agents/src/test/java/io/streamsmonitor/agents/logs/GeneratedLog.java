package io.streamsmonitor.agents.logs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Lines of every sort, the same for the same seed: calm ones, faults, traces, secrets, noise. */
final class GeneratedLog {
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final List<String> CALM =
      List.of(
          "handled request %d in %d ms",
          "batch of %d rows written, 0 errors, %d ms",
          "headroom of queue is %d of %d",
          "GET /orders/%d HTTP/1.1\" 200 %d",
          "cache hit ratio %d of %d, status: 200");
  private static final List<String> FAULTS =
      List.of(
          "connect ECONNREFUSED 127.0.0.1:%d while calling billing (%d)",
          "read timed out after %d ms, attempt %d",
          "could not acknowledge entry 1772359%06d-%d",
          "OutOfMemoryError: Java heap space, %d MB of %d",
          "handler %d gave up after %d attempts",
          "batch %d written, %d errors");
  private static final List<String> ODD =
      List.of(
          "server is ready to accept connections on port %d (%d)",
          "failed to refresh %d, kept %d",
          "response to client: /home/app/orders/%d.java:%d failed",
          "user entered pass" + "word=hunter%dx%d",
          "token=null for %d, secret=**** %d",
          "[\u001b[31mred\u001b[0m] %d %d",
          "gr\u00fc\u00dfe %d %d",
          "seen at C:\\temp\\%d by user %d",
          "IllegalStateException: no order %d of %d",
          "redis://u:s3cr3t%d@cache:6379 (%d)",
          "starting orders v1.%d on port %d",
          "status 503 for %d, %d");
  private static final List<String> TRACE =
      List.of(
          "java.lang.IllegalStateException: no such order %d",
          "\tat com.acme.Orders.load(Orders.java:%d)",
          "\tat com.acme.Main.main(Main.java:41)",
          "Caused by: redis.clients.jedis.exceptions.JedisConnectionException: timed out",
          "\tat redis.clients.jedis.Connection.read(Connection.java:350)",
          "\t... 17 more");

  private final Random random;
  private Instant time = Instant.parse("2026-03-01T10:00:00Z");

  GeneratedLog(long seed) {
    random = new Random(seed);
  }

  /** So many lines or a few more, with line ends of both sorts and none at the end. */
  byte[] bytes(int lines) {
    StringBuilder text = new StringBuilder();
    String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
    for (int i = 0; i < lines; i++) {
      line(text, end);
    }
    text.append(plain("ERROR", "the last line has no end"));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void line(StringBuilder text, String end) {
    time = time.plusMillis(random.nextInt(40));
    int kind = random.nextInt(1_000);
    if (kind == 0) {
      time = time.minusMillis(3_000 + random.nextInt(2_000));
    }
    if (kind < 940) {
      text.append(record(kind < 5 ? "debug" : "info", say(CALM))).append(end);
    } else if (kind < 970) {
      text.append(record(kind < 955 ? "error" : "warn", say(FAULTS))).append(end);
    } else if (kind < 985) {
      text.append(record("info", say(ODD))).append(end);
    } else if (kind < 993) {
      text.append(plain("ERROR", "order not stored")).append(end);
      int frame = 10 * (1 + random.nextInt(2));
      TRACE.forEach(line -> text.append(String.format(line, frame)).append(end));
    } else {
      text.append(random.nextBoolean() ? say(CALM) : say(FAULTS)).append(end);
    }
  }

  private String say(List<String> sentences) {
    String sentence = sentences.get(random.nextInt(sentences.size()));
    return String.format(sentence, random.nextInt(1_000_000), random.nextInt(12));
  }

  private String record(String level, String said) {
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    return switch (random.nextInt(4)) {
      case 0 ->
          String.format(
              "{\"timestamp\":\"%s\",\"level\":\"%s\",\"correlationId\":\"%s\",\"message\":\"%s\",\"error\":null}",
              time,
              level,
              id,
              said.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u001b", ""));
      case 1 ->
          String.format(
              "ts=%s level=%s trace=%s msg=\"%s\"",
              time, level, id.replace("-", ""), said.replace("\"", "'"));
      default -> plain(level.toUpperCase(Locale.ROOT), said);
    };
  }

  private String plain(String level, String said) {
    return PLAIN.format(time)
        + " "
        + level
        + " [exec-"
        + random.nextInt(16)
        + "] c.a.Handler - "
        + said;
  }
}
