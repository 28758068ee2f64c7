package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether names are known well enough to say that something is nowhere. */
final class Certainty {
  private Certainty() {}

  /** Whether every stream, and the group where there is one, of every one of these is known. */
  static boolean allNamed(Stream<StreamCall> calls) {
    return calls.allMatch(
        c ->
            c.streams().stream().allMatch(s -> known(s))
                && (c.group() == null || known(c.group())));
  }

  private static boolean known(NameValue value) {
    return value.resolved().isPresent()
        || (value instanceof NameValue.OneOf o
            && o.options().stream().allMatch(n -> n.resolved().isPresent()));
  }

  /** Whether the value is this name, or may be. */
  static boolean mayBe(@Nullable NameValue value, String name) {
    if (value instanceof NameValue.OneOf o) {
      return o.options().stream().anyMatch(n -> mayBe(n, name));
    }
    return value == null || value.resolved().map(name::equals).orElse(true);
  }

  /** Whether the call is on this stream, or may be. */
  static boolean mayBeOn(StreamCall call, String stream) {
    return call.streams().stream().anyMatch(s -> mayBe(s, stream));
  }
}
