package io.streamsmonitor.envelope.redis;

import org.jspecify.annotations.Nullable;

/** Takes the reply of one command. */
interface Reply {
  /** A command nobody listens to. */
  Reply IGNORED = value -> {};

  Reply MULTI = value -> {};
  Reply EXEC = value -> {};
  Reply DISCARD = value -> {};

  /** A command after which replies come unasked. */
  Reply SUBSCRIPTION = value -> {};

  void received(@Nullable Object value);

  /** Redis answered with an error, or there will be no answer. */
  default void failed(String error) {}
}
