package io.streamsmonitor.cli.config;

/** The configuration is wrong; the message names the place, the value and the way out. Exit 2. */
public final class ConfigError extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigError(String message) {
    super(message);
  }
}
