package io.streamsmonitor.envelope;

/**
 * A message that no retry will help. A handler may throw it to send a message to the dead letter
 * stream at once.
 */
public class UndeliverableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UndeliverableException(String reason) {
    super(reason);
  }
}
