package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call, its receiver's type, and what its arguments are. */
final class Arguments {
  final Expr.Call call;
  final Scope scope;
  final String receiver;
  private final Names names;

  Arguments(Expr.Call call, Scope scope, Names names) {
    this.call = call;
    this.scope = scope;
    this.names = names;
    this.receiver = call.target() == null ? "" : names.types().of(call.target(), scope);
  }

  String name() {
    return call.name();
  }

  int count() {
    return call.args().size();
  }

  @Nullable Expr arg(int n) {
    return call.arg(n);
  }

  String type(@Nullable Expr e) {
    return e == null ? "" : names.types().of(e, scope);
  }

  /** The first argument whose type has one of these names, or null. */
  @Nullable Expr ofType(String... types) {
    Set<String> wanted = Set.of(types);
    for (Expr e : call.args()) {
      if (wanted.contains(type(e)) || wanted.contains(start(e))) {
        return e;
      }
    }
    return null;
  }

  /** Every argument of one of these types. */
  List<Expr> allOfType(String... types) {
    Set<String> wanted = Set.of(types);
    return call.args().stream()
        .filter(e -> wanted.contains(type(e)) || wanted.contains(start(e)))
        .toList();
  }

  /** The type that a chain of calls starts from, or "". */
  static String start(Expr e) {
    Expr at = e;
    while (at instanceof Expr.Call c && c.target() != null) {
      at = c.target();
    }
    if (at instanceof Expr.Member m) {
      return m.name().equals("Builder") && m.owner() instanceof Expr.Ref r ? r.name() : m.name();
    }
    return at instanceof Expr.Make m ? m.type() : at instanceof Expr.Ref r ? r.name() : "";
  }

  /**
   * The expression that a local variable or constant stands for; the expression itself otherwise.
   */
  Expr behind(Expr e) {
    Expr at = e;
    for (int i = 0; i < 4 && at instanceof Expr.Ref r; i++) {
      Expr init = null;
      for (Local l : scope.method().locals()) {
        if (l.name().equals(r.name()) && l.pos() < scope.pos() && scope.pos() <= l.to()) {
          init = l.init();
        }
      }
      if (init == null) {
        init = scope.home().type().field(r.name()).map(f -> f.init()).orElse(null);
      }
      if (init == null) {
        return at;
      }
      at = init;
    }
    return at;
  }

  /** The call of this name in a chain of calls, or null. */
  static Expr.@Nullable Call link(Expr e, String... wanted) {
    Set<String> set = Set.of(wanted);
    Expr at = e;
    while (at instanceof Expr.Call c) {
      if (set.contains(c.name())) {
        return c;
      }
      at = c.target();
    }
    return null;
  }

  boolean imports(String prefix) {
    return scope.home().file().imports(prefix);
  }

  /** Whether the receiver's type is declared in the sources with a method of this name. */
  boolean isOwnMethod() {
    return names
        .types()
        .home(call.target(), scope)
        .map(
            h ->
                names.base().lineage(h).stream()
                    .anyMatch(t -> t.type().methods(call.name()).findAny().isPresent()))
        .orElse(false);
  }
}
