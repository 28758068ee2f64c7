package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Home;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression is made of: its parts, and what its variables and fields were given. */
final class Origins {
  private static final int DEEPEST = 4;

  private Origins() {}

  static List<Expr> of(Home home, MethodFacts method, Expr e) {
    List<Expr> out = new ArrayList<>();
    collect(home, method, e, DEEPEST, out);
    return out;
  }

  private static void collect(
      Home home, MethodFacts method, @Nullable Expr e, int depth, List<Expr> out) {
    if (e == null || depth == 0) {
      return;
    }
    out.add(e);
    if (e instanceof Expr.Call c) {
      collect(home, method, c.target(), depth, out);
      c.args().forEach(a -> collect(home, method, a, depth, out));
    } else if (e instanceof Expr.Join j) {
      j.parts().forEach(p -> collect(home, method, p, depth, out));
    } else if (e instanceof Expr.Ref r) {
      given(home, method, r.name(), depth, out);
    } else if (e instanceof Expr.Member m
        && m.owner() instanceof Expr.Ref o
        && o.name().equals("this")) {
      given(home, method, m.name(), depth, out);
    }
  }

  private static void given(Home home, MethodFacts method, String name, int depth, List<Expr> out) {
    boolean local =
        method.locals().stream()
            .filter(l -> l.name().equals(name))
            .peek(l -> collect(home, method, l.init(), depth - 1, out))
            .findAny()
            .isPresent();
    if (local || method.paramIndex(name) >= 0) {
      return;
    }
    home.type().field(name).ifPresent(f -> collect(home, method, f.init(), depth - 1, out));
    for (MethodFacts m : home.type().methods()) {
      for (MethodFacts.Assignment a : m.assignments()) {
        boolean mine =
            a.target() instanceof Expr.Ref r
                ? r.name().equals(name)
                : a.target() instanceof Expr.Member x && x.name().equals(name);
        if (mine) {
          collect(home, m, a.value(), depth - 1, out);
        }
      }
    }
  }
}
