package io.streamsmonitor.envelope;

/**
 * What a service does with a message.
 *
 * <p>Runs on a worker thread of the subscription with the context of the message open. When it
 * returns, the message is acknowledged; when it throws anything, the failure is logged and the
 * message is delivered again or put into the dead letter stream, as the subscription says. A
 * message may come more than once.
 */
@FunctionalInterface
public interface MessageHandler {
  void on(EventEnvelope event, MessageContext context) throws Exception;
}
