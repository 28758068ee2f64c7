package io.streamsmonitor.agents.config.read;

/** A file is not read; the message says why, without quoting its content. */
final class SourceRefused extends Exception {
  private static final long serialVersionUID = 1L;

  final int line;

  SourceRefused(int line, String reason) {
    super(reason);
    this.line = line;
  }
}
