package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls that have a function called later. */
final class Timers {
  private static final Set<String> REPEATING = Set.of("setInterval", "setTimeout", "setImmediate");

  private Timers() {}

  /** A function that sets a timer for itself repeats. */
  static String name(String name, List<Expr> args, BodyFacts body) {
    boolean itself =
        REPEATING.contains(name)
            && !args.isEmpty()
            && (args.get(0) instanceof Expr.Ref r
                ? r.name().equals(body.name())
                : args.get(0) instanceof Expr.Member m && m.name().equals(body.name()));
    return itself ? "setInterval" : name;
  }

  /** The function that a timer is given, as a reference to it. */
  static List<Expr> arguments(String name, List<Expr> args) {
    if (!REPEATING.contains(name) || args.isEmpty()) {
      return args;
    }
    Expr first = args.get(0);
    Expr bound = first instanceof Expr.Call c && c.name().equals("bind") ? c.target() : first;
    List<Expr> out = new ArrayList<>(args);
    if (bound instanceof Expr.Ref r) {
      out.set(0, new Expr.MethodRef(new Expr.Ref("this", r.pos()), r.name(), r.pos()));
    } else if (bound instanceof Expr.Member m) {
      out.set(0, new Expr.MethodRef(m.owner(), m.name(), m.pos()));
    }
    return out;
  }
}
