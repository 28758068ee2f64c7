package io.streamsmonitor.envelope;

/** A payload that was not published because it is larger than the service allows. */
public class PayloadTooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  PayloadTooLargeException(String stream, long bytes, int maxBytes) {
    super(
        "payload for %s has %,d bytes, at most %,d are allowed: publish a reference to it, or raise maxPayloadBytes"
            .formatted(stream, bytes, maxBytes));
  }
}
