package io.streamsmonitor.envelope.events;

import java.util.Locale;

/** The level of a line. */
public enum Level {
  INFO,
  WARN,
  ERROR;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The lower-case word that stands in the line. */
  public String wire() {
    return wire;
  }
}
