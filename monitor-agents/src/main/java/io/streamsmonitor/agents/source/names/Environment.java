package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import org.jspecify.annotations.Nullable;

/** Environment variables, read one by one or out of the map of all. */
final class Environment {
  private final Names names;

  Environment(Names names) {
    this.names = names;
  }

  /** Reads of environment variables; null where the call is none. */
  @Nullable NameValue value(Expr.Call call, Scope scope) {
    if (call.name().equals("getenv") && call.args().size() == 1) {
      return env(call.args().get(0), null, scope);
    }
    Expr target = call.target();
    if (target == null || call.args().isEmpty() || !isEnvironment(target, scope)) {
      return null;
    }
    return switch (call.name()) {
      case "get" -> env(call.args().get(0), call.arg(1), scope);
      case "containsKey" -> env(call.args().get(0), null, scope);
      case "getOrDefault" -> env(call.args().get(0), call.arg(1), scope);
      default -> null;
    };
  }

  private NameValue env(Expr name, @Nullable Expr fallback, Scope scope) {
    String text = names.resolve(name, scope).resolved().orElse("");
    if (text.isEmpty()) {
      return new Unknown("an environment variable of unknown name");
    }
    String or = fallback == null ? null : names.resolve(fallback, scope).resolved().orElse(null);
    return new NameValue.Env(text, or);
  }

  /** Whether the expression is the map of all environment variables. */
  private boolean isEnvironment(Expr e, Scope scope) {
    if (e instanceof Expr.Call c) {
      return c.name().equals("getenv") && c.args().isEmpty();
    }
    if (names.types().of(e, scope).equals("Dotenv")) {
      return true;
    }
    if (!(e instanceof Expr.Ref r) || scope.tooDeep()) {
      return false;
    }
    Local local = Types.local(scope.method(), r.name(), scope.pos());
    if (local != null) {
      return local.init() != null && isEnvironment(local.init(), scope.at(local.pos()));
    }
    int param = scope.method().paramIndex(r.name());
    if (param >= 0) {
      Scope.Bound bound = scope.bound().get(r.name());
      if (bound != null) {
        return isEnvironment(bound.expr(), bound.scope().deeper());
      }
      return !scope.tooFar()
          && names.calls().sites(scope.home(), scope.method()).stream()
              .anyMatch(s -> isEnvironment(s.args().get(param), scope.out(s)));
    }
    return scope
        .home()
        .type()
        .field(r.name())
        .map(f -> f.init() != null && isEnvironment(f.init(), scope.deeper()))
        .orElse(false);
  }
}
