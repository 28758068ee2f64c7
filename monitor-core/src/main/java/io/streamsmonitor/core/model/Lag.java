package io.streamsmonitor.core.model;

import org.jspecify.annotations.Nullable;

/**
 * How many entries a group has not read yet.
 *
 * @param value entries; a bound where not exact
 * @param exact whether {@code value} is the true lag
 * @param method how it was found, such as {@code caught-up}, {@code history}, {@code counted};
 *     {@code at-least} marks a lower bound, every other inexact method an upper one
 * @param server what the server itself says, or null
 * @param next id of the oldest entry not read yet, or null where nobody looked
 */
public record Lag(
    long value, boolean exact, String method, @Nullable Long server, @Nullable StreamId next) {
  public static final String AT_LEAST = "at-least";

  /** A lag whose oldest unread entry nobody looked at. */
  public Lag(long value, boolean exact, String method, @Nullable Long server) {
    this(value, exact, method, server, null);
  }

  /** Whether the lag is certainly above the limit. */
  public boolean surelyAbove(long limit) {
    return value > limit && (exact || method.equals(AT_LEAST));
  }
}
