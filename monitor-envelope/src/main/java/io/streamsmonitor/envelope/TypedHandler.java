package io.streamsmonitor.envelope;

/** A {@link MessageHandler} for payloads of one type. */
@FunctionalInterface
public interface TypedHandler<T> {
  void on(T value, MessageContext context) throws Exception;

  /** The handler for messages before they are decoded. */
  default MessageHandler decodingWith(Codec<T> codec) {
    return (event, context) -> {
      T value;
      try {
        value = codec.decode(event);
      } catch (RuntimeException e) {
        // The next delivery would bring the same bytes.
        throw new UndeliverableException("payload cannot be decoded: " + e.getMessage());
      }
      on(value, context);
    };
  }
}
