package io.streamsmonitor.envelope;

import java.util.Collection;
import java.util.List;

/** A {@link StreamPublisher} for payloads of one type. */
public final class TypedPublisher<T> {
  private final StreamPublisher publisher;
  private final Codec<T> codec;

  TypedPublisher(StreamPublisher publisher, Codec<T> codec) {
    this.publisher = publisher;
    this.codec = codec;
  }

  /** Publishes in the current context and returns the id of the entry. */
  public String publish(T value) {
    return publisher.publish(codec.encode(value));
  }

  /** Publishes in this context and returns the id of the entry. */
  public String publish(T value, EventContext context) {
    return publisher.publish(codec.encode(value), context);
  }

  /** Publishes all in one round trip, in order, and returns the ids of the entries. */
  public List<String> publishAll(Collection<? extends T> values) {
    return publisher.publishAll(values.stream().map(codec::encode).toList());
  }
}
