package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamsmonitor.envelope.redis.AddedEntry;
import io.streamsmonitor.envelope.redis.StreamTap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** An envelope made and encoded, ids and time included, beside a streaming generator of Jackson. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EnvelopeSpeed {
  private static final String PAYLOAD = BenchPayload.TEXT;

  private final byte[] payload = PAYLOAD.getBytes(UTF_8);
  private final FlatEnvelope flat = new FlatEnvelope("payments");
  private final AuditTrail trail =
      new AuditTrail("payments", EventSink.NONE, Redaction.usual(), Clock.systemUTC());
  private final StreamTap tap = new CommandTrail(trail, new ChannelHealth(trail)).get();
  private final JsonFactory jackson = new JsonFactory();
  private final ByteArrayOutputStream reused = new ByteArrayOutputStream(1024);

  /** The floor: no client library between the event and its bytes. */
  @Benchmark
  public int flatFieldsIntoReusedBuffer() {
    flat.write(null, System.currentTimeMillis(), payload);
    return flat.length();
  }

  /** As the plain API does it: the command of Jedis itself, and what the line needs kept of it. */
  @Benchmark
  public Object addedToACommandOfJedis() {
    CommandArguments command =
        new CommandArguments(Protocol.Command.XADD).key("orders").add("*").add("payload").add(payload);
    return tap.adding(Objects.requireNonNull(AddedEntry.of(command)));
  }

  /** What of it is the command without an envelope. */
  @Benchmark
  public Object commandOfJedisAlone() {
    return new CommandArguments(Protocol.Command.XADD)
        .key("orders")
        .add("*")
        .add("payload")
        .add(payload);
  }

  @Benchmark
  public byte[] recordAndJsonBytes() {
    return new EventEnvelope(
            Ids.correlation(),
            null,
            Ids.trace(),
            Ids.span(),
            "payments",
            Instant.ofEpochMilli(System.currentTimeMillis()),
            EventEnvelope.CURRENT_SCHEMA,
            null,
            null,
            PAYLOAD,
            Map.of())
        .toJson();
  }

  @Benchmark
  public int jacksonStreamingWithSameIds() throws IOException {
    return jackson(Ids.correlation(), Iso.millis(System.currentTimeMillis()));
  }

  @Benchmark
  public int jacksonStreamingAsUsuallyWritten() throws IOException {
    return jackson(UUID.randomUUID().toString(), Instant.now().toString());
  }

  private int jackson(String correlationId, String publishedAt) throws IOException {
    reused.reset();
    try (JsonGenerator json = jackson.createGenerator(reused)) {
      json.writeStartObject();
      json.writeStringField("correlationId", correlationId);
      json.writeStringField("traceId", Ids.trace());
      json.writeStringField("spanId", Ids.span());
      json.writeStringField("originService", "payments");
      json.writeStringField("publishedAt", publishedAt);
      json.writeStringField("schemaVersion", "1.0");
      json.writeFieldName("payload");
      json.writeRawValue(PAYLOAD);
      json.writeEndObject();
    }
    return reused.size();
  }
}
