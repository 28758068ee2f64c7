package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamsmonitor.envelope.events.LineBuffer;
import io.streamsmonitor.envelope.redis.RawEntry;
import io.streamsmonitor.envelope.redis.StreamTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A line of a publication on the caller's thread. Lines come in bursts that the queue can hold, and
 * it is emptied between them: no file takes lines as fast as an idle loop makes them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LineSpeed {
  private static final int BURST = 100;
  private static final List<String> FIELDS =
      List.of("orderId", "customer", "currency", "total", "items", "note");

  private final String correlationId = Ids.correlation();
  private final String traceId = Ids.trace();
  private final String publishedAt = Iso.millis(System.currentTimeMillis());
  private final byte[] correlation = correlationId.getBytes(UTF_8);
  private final byte[] trace = traceId.getBytes(UTF_8);
  private final byte[] published = publishedAt.getBytes(UTF_8);
  private final byte[] messageId = "1764057600123-4".getBytes(UTF_8);
  private final byte[] names =
      "[\"orderId\",\"customer\",\"currency\",\"total\",\"items\",\"note\"]".getBytes(UTF_8);
  private final LineForm form = new LineForm("payments");
  private final PublishForm publishing = new PublishForm(form, "orders".getBytes(UTF_8));
  private final ConsumerForm consuming = new ConsumerForm(form, "orders", "payments", "payments-1");
  private final LineBuffer buffer = new LineBuffer();
  private final JsonFactory jackson = new JsonFactory();
  private final ByteArrayOutputStream reused = new ByteArrayOutputStream(1024);
  private final Log off = new Log(trail(EventSink.NONE));
  private final List<RawEntry> reply = new ArrayList<>();
  private final StreamTap quiet =
      new CommandTrail(trail(EventSink.NONE), new ChannelHealth(trail(EventSink.NONE))).get();
  private Path file = Path.of("");
  private AsyncFileSink sink = AsyncFileSink.to(OutputStream.nullOutputStream());
  private AuditTrail audit = trail(sink);
  private MessageTrail lines = new MessageTrail(audit);

  @Setup
  public void open() throws IOException {
    sink.close();
    file = Files.createTempFile("lines", ".log");
    sink = AsyncFileSink.to(file);
    audit = trail(sink);
    lines = new MessageTrail(audit);
  }

  @TearDown
  public void close() throws IOException {
    sink.close();
    Files.delete(file);
  }

  @Setup(Level.Invocation)
  public void flush() {
    sink.flush();
  }

  @Setup(Level.Iteration)
  public void truncate() throws IOException {
    sink.flush();
    Files.newOutputStream(file).close();
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void publishLineToFile() {
    for (int i = 0; i < BURST; i++) {
      buffer.clear();
      publishing.write(
          buffer, audit.nowMillis(), correlation, trace, messageId, i & 7, names, published);
      audit.write(buffer);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void consumeLineToFile() {
    for (int i = 0; i < BURST; i++) {
      buffer.clear();
      consuming.consumed(buffer, audit.nowMillis(), correlation, trace, messageId, i & 7, i & 3);
      audit.write(buffer);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void acknowledgeLineToFile() {
    for (int i = 0; i < BURST; i++) {
      buffer.clear();
      consuming.acknowledged(buffer, audit.nowMillis(), correlation, trace, messageId, i & 7);
      audit.write(buffer);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void lineOfAnyFieldsToFile() {
    for (int i = 0; i < BURST; i++) {
      lines.published(
          "orders", "1764057600123-4", correlationId, traceId, FIELDS, publishedAt, i & 7);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public int jacksonStreamingIntoMemory() throws IOException {
    int length = 0;
    for (int i = 0; i < BURST; i++) {
      length += jackson(i & 7);
    }
    return length;
  }

  /** Not inlined and with a text nobody knows beforehand: nothing here can be folded away. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void switchedOffLine(Blackhole hole) {
    for (int i = 0; i < BURST; i++) {
      String text = FIELDS.get(i % 6);
      line(off, text);
      hole.consume(text);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void switchedOffDelivery(Blackhole hole) {
    for (int i = 0; i < BURST; i++) {
      String text = FIELDS.get(i % 6);
      deliver(quiet, text, reply);
      hole.consume(text);
    }
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void line(Log log, String text) {
    log.info("order.priced", text);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void deliver(StreamTap tap, String stream, List<RawEntry> entries) {
    tap.delivered(stream, "payments", "payments-1", entries);
  }

  private int jackson(long tookMs) throws IOException {
    reused.reset();
    try (JsonGenerator json = jackson.createGenerator(reused)) {
      json.writeStartObject();
      json.writeStringField("level", "info");
      json.writeStringField("timestamp", Instant.now().toString());
      json.writeStringField("service", "payments");
      json.writeStringField("correlationId", correlationId);
      json.writeStringField("traceId", traceId);
      json.writeStringField("event", "redis.publish");
      json.writeStringField("message", "published 1764057600123-4 to orders");
      json.writeNumberField("durationMs", tookMs);
      json.writeNullField("error");
      json.writeStringField("stream", "orders");
      json.writeStringField("messageId", "1764057600123-4");
      json.writeArrayFieldStart("payloadFields");
      for (String name : FIELDS) {
        json.writeString(name);
      }
      json.writeEndArray();
      json.writeStringField("publishedAt", publishedAt);
      json.writeEndObject();
    }
    return reused.size();
  }

  private static AuditTrail trail(EventSink sink) {
    return new AuditTrail("payments", sink, new Redaction(List.of()), Clock.systemUTC());
  }
}
