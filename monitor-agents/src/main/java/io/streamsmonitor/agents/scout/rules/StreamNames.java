package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.Locale;

/** Streams of calls in words. */
final class StreamNames {
  private StreamNames() {}

  /** {@code stream "orders"}, or the expression in the code where the name is not known. */
  static String of(StreamCall c) {
    return c.streamName()
        .map(n -> "stream \"" + n + '"')
        .orElseGet(() -> "the stream in " + c.at());
  }

  /** The key argument as it is written. */
  static String written(StreamCall c) {
    Expr key = c.call().arg(0);
    return JavaText.of(key, "line " + c.call().pos());
  }

  /** Name of an environment variable for the stream. */
  static String variable(String stream) {
    return stream.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_") + "_STREAM";
  }
}
