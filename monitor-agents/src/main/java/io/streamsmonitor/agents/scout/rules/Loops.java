package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Block.Kind;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Scope;
import java.util.Set;

/** Loops that try again. */
final class Loops {
  private static final Set<String> PAUSES =
      Set.of(
          "sleep",
          "parkNanos",
          "await",
          "wait",
          "delay",
          "pause",
          "backoff",
          "backOff",
          "join",
          "poll",
          "take");
  private static final Set<String> INTERRUPTIONS =
      Set.of("InterruptedException", "CancellationException");

  private Loops() {}

  /** Whether the catch lets an endless loop around it do the same again at once. */
  static boolean retriesAtOnce(CodeView view, Home home, MethodFacts m, Block caught) {
    Block loop =
        m.around(caught.from()).filter(b -> b.is(Kind.LOOP)).reduce((a, b) -> b).orElse(null);
    if (loop == null || !isEndless(loop) || INTERRUPTIONS.containsAll(caught.types())) {
      return false;
    }
    boolean retried =
        Tries.tried(m, caught)
            .filter(t -> loop.contains(t.from()))
            .anyMatch(t -> m.jumps().stream().anyMatch(j -> t.contains(j.pos()) && leaves(j)));
    boolean left = m.jumps().stream().anyMatch(j -> caught.contains(j.pos()) && leaves(j));
    boolean counted = m.assignments().stream().anyMatch(a -> caught.contains(a.pos()));
    return retried && !left && !counted && m.callsIn(loop).noneMatch(c -> pauses(view, home, m, c));
  }

  private static boolean leaves(Jump j) {
    return j.kind() != Jump.Kind.CONTINUE && j.kind() != Jump.Kind.YIELD;
  }

  /** {@code while (true)} and {@code for (;;)}; any other condition may end it. */
  private static boolean isEndless(Block loop) {
    return loop.condition() == null
        || (loop.condition() instanceof Expr.Literal l && l.value().equals("true"));
  }

  private static boolean pauses(CodeView view, Home home, MethodFacts m, Expr.Call call) {
    return PAUSES.contains(call.name())
        || view.names().calls().targets(call, Scope.of(home, m, call.namePos())).stream()
            .anyMatch(t -> t.method().words().stream().anyMatch(PAUSES::contains));
  }
}
