package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lengths of time that code writes out. */
final class Durations {
  private static final Map<String, Long> UNITS =
      Map.of("ofMillis", 1L, "ofSeconds", 1_000L, "ofMinutes", 60_000L, "ofHours", 3_600_000L);

  private Durations() {}

  /** Milliseconds of a number or of {@code Duration.ofSeconds(5)}, where code fixes them. */
  static OptionalLong millis(CodeView view, @Nullable Expr e, Scope scope) {
    if (e == null) {
      return OptionalLong.empty();
    }
    if (e instanceof Expr.Call c && UNITS.containsKey(c.name()) && c.args().size() == 1) {
      OptionalLong n = number(view, c.args().get(0), scope);
      return n.isEmpty() ? n : OptionalLong.of(n.getAsLong() * UNITS.getOrDefault(c.name(), 1L));
    }
    return number(view, e, scope);
  }

  private static OptionalLong number(CodeView view, Expr e, Scope scope) {
    String text =
        view.names().resolve(e, scope) instanceof NameValue.Const c
            ? c.text().replaceAll("[_lL]", "")
            : "";
    return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** How long the read waits, where code fixes it. */
  static OptionalLong block(CodeView view, StreamCall read) {
    return read.options()
        .find("block", "timeout")
        .map(o -> millis(view, o.args().isEmpty() ? null : o.args().get(0), o.scope()))
        .orElse(OptionalLong.empty());
  }
}
