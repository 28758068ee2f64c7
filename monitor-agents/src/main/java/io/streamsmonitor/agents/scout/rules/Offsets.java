package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.regex.Pattern;

/** What the id of a read asks for. */
final class Offsets {
  private static final Pattern ZERO = Pattern.compile("^0(-0)?$");

  private Offsets() {}

  /** Whether the read asks for what its consumer was given before: such a read never blocks. */
  static boolean readsPending(CodeView view, StreamCall read) {
    Expr id = read.id();
    if (id == null || read.group() == null) {
      return false;
    }
    if (id instanceof Expr.Make m && !m.args().isEmpty()) {
      return startsAtZero(view, read, m.args().get(0));
    }
    boolean turned = id instanceof Expr.Ref && Reach.says(read.method(), ZERO);
    return turned || startsAtZero(view, read, id);
  }

  /** Whether the id that code writes out is 0: every turn begins with what is pending. */
  static boolean alwaysReadsPending(CodeView view, StreamCall read) {
    Expr id = read.id();
    if (id == null || read.group() == null) {
      return false;
    }
    return startsAtZero(
        view, read, id instanceof Expr.Make m && !m.args().isEmpty() ? m.args().get(0) : id);
  }

  private static boolean startsAtZero(CodeView view, StreamCall read, Expr id) {
    return view.names()
        .resolve(id, read.scope())
        .resolved()
        .filter(t -> t.equals("0") || t.equals("0-0"))
        .isPresent();
  }
}
