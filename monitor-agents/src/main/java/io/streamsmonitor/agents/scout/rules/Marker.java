package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.HashSet;
import java.util.Set;

/** An entry that is added to make the stream exist, and is taken away right after. */
final class Marker {
  private static final Set<String> DELETES = Set.of("xdel", "xDel", "delete", "remove");

  private Marker() {}

  static boolean is(CodeView view, StreamCall add) {
    return view.calls(Op.TRIM, Op.OTHER)
        .filter(
            c ->
                c.method().equals(add.method())
                    && add.call().namePos() < c.call().namePos()
                    && StreamNames.written(c).equals(StreamNames.written(add)))
        .anyMatch(c -> c.is(Op.TRIM) ? empties(c) : deletes(c, add));
  }

  private static boolean empties(StreamCall trim) {
    return trim.options().find("maxlen").stream()
        .anyMatch(
            o ->
                !o.args().isEmpty()
                    && o.args().get(0) instanceof Expr.Literal l
                    && l.value().equals("0"));
  }

  /** Whether the call deletes the id that the XADD gave. */
  private static boolean deletes(StreamCall call, StreamCall add) {
    Set<String> names = new HashSet<>();
    add.method().locals().stream()
        .filter(l -> l.init() instanceof Expr.Call c && c.namePos() == add.call().namePos())
        .forEach(l -> names.add(l.name()));
    return DELETES.contains(call.call().name())
        && call.call().args().stream()
            .anyMatch(a -> a instanceof Expr.Ref r && names.contains(r.name()));
  }
}
