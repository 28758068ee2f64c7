package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Methods that were given a name of their own: {@code promisify(redis.xadd).bind(redis)}, {@code
 * redis.xadd.bind(redis)}. Calling the name calls the method.
 */
final class Aliases {
  private final Map<String, Expr.Member> methods = new HashMap<>();

  /** Remembers the variable where its value is a bound method. */
  void note(String variable, Expr value) {
    Expr.Member method = value instanceof Expr.Call ? bound(value) : null;
    if (method != null) {
      methods.put(variable, method);
    }
  }

  /** The method behind the name, or null. */
  Expr.@Nullable Member of(String name) {
    return methods.get(name);
  }

  private static Expr.@Nullable Member bound(@Nullable Expr value) {
    if (value instanceof Expr.Member method) {
      return method;
    }
    if (value instanceof Expr.Call call) {
      return switch (call.name()) {
        case "bind" -> bound(call.target());
        case "promisify" -> bound(call.arg(0));
        default -> null;
      };
    }
    return null;
  }
}
