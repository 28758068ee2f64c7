package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.EventObserver.Kind;
import io.streamsmonitor.envelope.EventObserver.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to one stream, every entry in an envelope. Immutable and safe for any number of
 * threads.
 *
 * <p>Payloads: text and bytes are taken as they are and should be JSON; anything else is written as
 * JSON. What goes wrong in Redis is thrown as Jedis throws it.
 */
public final class StreamPublisher {
  /** How many entries a stream keeps unless told otherwise; Redis trims a little late. */
  public static final long DEFAULT_MAX_LEN = 10_000;

  private final MonitoredRedis redis;
  private final String stream;
  private final long maxLen;
  private final @Nullable String type;
  private final WireFormat format;

  StreamPublisher(
      MonitoredRedis redis, String stream, long maxLen, @Nullable String type, WireFormat format) {
    this.redis = redis;
    this.stream = stream;
    this.maxLen = maxLen;
    this.type = type;
    this.format = format;
  }

  /** This publisher, trimming the stream to about {@code entries}. */
  public StreamPublisher maxLen(long entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("maxLen must be at least 1: " + entries);
    }
    return new StreamPublisher(redis, stream, entries, type, format);
  }

  /** This publisher, never trimming: somebody else has to keep the stream from filling Redis. */
  public StreamPublisher unbounded() {
    return new StreamPublisher(redis, stream, 0, type, format);
  }

  /** This publisher, naming the type of its events in the envelope. */
  public StreamPublisher type(String newType) {
    return new StreamPublisher(redis, stream, maxLen, newType, format);
  }

  /** This publisher, writing entries in this form; flat fields unless set. */
  public StreamPublisher format(WireFormat newFormat) {
    return new StreamPublisher(redis, stream, maxLen, type, newFormat);
  }

  /** This publisher for payloads of one type. */
  public <T> TypedPublisher<T> of(Codec<T> codec) {
    return new TypedPublisher<>(this, codec);
  }

  /** Publishes in the current context and returns the id of the entry. */
  public String publish(Object payload) {
    return publish(payload, EventContext.current());
  }

  /** Publishes in this context and returns the id of the entry. */
  public String publish(Object payload, EventContext context) {
    return redis.observation().isOff()
        ? redis.client().add(stream, fields(payload, context), maxLen)
        : observed(payload, context);
  }

  private String observed(Object payload, EventContext context) {
    try (Step step = redis.observation().begin(Kind.PUBLISH, stream, null, context)) {
      try {
        String id = redis.client().add(stream, fields(payload, step.context()), maxLen);
        step.stored(id);
        return id;
      } catch (RuntimeException e) {
        step.failed(e);
        throw e;
      }
    }
  }

  /** Publishes all in one round trip, in order, and returns the ids of the entries. */
  public List<String> publishAll(Collection<?> payloads) {
    EventContext context = EventContext.current();
    List<Step> steps = new ArrayList<>(payloads.size());
    List<Map<String, String>> entries = new ArrayList<>(payloads.size());
    try {
      for (Object payload : payloads) {
        Step step = redis.observation().begin(Kind.PUBLISH, stream, null, context);
        steps.add(step);
        entries.add(fields(payload, step.context()));
      }
      List<String> ids = redis.client().addAll(stream, entries, maxLen);
      for (int i = 0; i < ids.size(); i++) {
        steps.get(i).stored(ids.get(i));
      }
      return ids;
    } catch (RuntimeException e) {
      steps.forEach(step -> step.failed(e));
      throw e;
    } finally {
      steps.forEach(Step::close);
    }
  }

  private Map<String, String> fields(Object payload, EventContext context) {
    EventEnvelope envelope = redis.createEventEnvelope(stream, payload, context);
    return format.write(type == null ? envelope : envelope.withType(type), stream);
  }
}
