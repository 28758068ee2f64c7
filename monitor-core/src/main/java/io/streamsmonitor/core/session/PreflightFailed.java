package io.streamsmonitor.core.session;

/** A pre-flight step failed and the session stops; the message is for the user. */
final class PreflightFailed extends Exception {
  private static final long serialVersionUID = 1L;

  PreflightFailed(String message) {
    super(message);
  }
}
