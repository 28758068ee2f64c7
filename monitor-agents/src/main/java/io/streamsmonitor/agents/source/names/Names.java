package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Const;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what a name in code stands for: through locals, parameters and their callers, fields and
 * their constructors, constants, getters and configuration. What is not certain is unknown.
 */
public final class Names {
  /** Of one question; a name that takes more has too many values to be of use. */
  private static final int MOST_STEPS = 5_000;

  private final CodeBase base;
  private final Placeholders placeholders;
  private final Types types;
  private final Variables variables;
  private final Elements elements;
  private final CommandLine commandLine;
  private final Calls calls;
  private final Set<Object> open = new HashSet<>();
  private int steps;

  public Names(CodeBase base, ConfigValues config) {
    this.base = base;
    this.placeholders = new Placeholders(config);
    this.types = new Types(base);
    this.variables = new Variables(this);
    this.elements = new Elements(this);
    this.commandLine = new CommandLine(this);
    this.calls = new Calls(this);
  }

  public CodeBase base() {
    return base;
  }

  public Types types() {
    return types;
  }

  Placeholders placeholders() {
    return placeholders;
  }

  Variables variables() {
    return variables;
  }

  CommandLine commandLine() {
    return commandLine;
  }

  /** The methods that a call may mean, and what leads to a method. */
  public Calls calls() {
    return calls;
  }

  /** What the expression stands for there; a null expression is unknown. */
  public NameValue resolve(@Nullable Expr e, Scope scope) {
    if (e == null || scope.tooDeep()) {
      return new Unknown(e == null ? "not said" : "too deep");
    }
    steps = scope.isStart() ? 0 : steps + 1;
    if (steps > MOST_STEPS) {
      return new Unknown("too many ways to follow");
    }
    Scope in = scope.deeper();
    if (e instanceof Expr.Text x) {
      return new Const(x.value());
    }
    if (e instanceof Expr.Literal x) {
      return x.value().equals("null") ? new Unknown("null") : new Const(x.value());
    }
    if (e instanceof Expr.Ref x) {
      return variables.named(x.name(), in);
    }
    if (e instanceof Expr.Member x) {
      return variables.member(x, in);
    }
    if (e instanceof Expr.Join x) {
      return Values.join(all(x.parts(), in));
    }
    if (e instanceof Expr.Either x) {
      return Values.either(all(x.options(), in));
    }
    if (e instanceof Expr.Each x) {
      return each(x.of(), null, in);
    }
    if (e instanceof Expr.Call x) {
      return calls.value(x, in);
    }
    if (e instanceof Expr.Make x && x.type().equals("String") && !x.args().isEmpty()) {
      return resolve(x.args().get(0), in);
    }
    return new Unknown(e instanceof Expr.Opaque o ? o.what() : "computed");
  }

  /** The value of a field or parameter, which may be asked for again on the way to it. */
  NameValue once(Object variable, Supplier<NameValue> value) {
    if (!open.add(variable)) {
      return Values.ITSELF;
    }
    try {
      return value.get();
    } finally {
      open.remove(variable);
    }
  }

  List<NameValue> all(List<Expr> list, Scope scope) {
    return list.stream().map(e -> resolve(e, scope)).toList();
  }

  /** Whether the expression is {@code null}. */
  public static boolean isNothing(Expr e) {
    return e instanceof Expr.Literal l && l.value().equals("null");
  }

  /** An element of a collection or array; which one does not matter, nor does a null index. */
  NameValue each(Expr of, @Nullable Expr index, Scope scope) {
    NameValue argument = commandLine.value(of, index, scope);
    if (argument != null) {
      return argument;
    }
    List<Scope.Bound> found = elements.of(of, scope);
    if (!found.isEmpty()) {
      return Values.any(
          found.stream().map(b -> resolve(b.expr(), b.scope().deeper())).distinct().toList());
    }
    Expr list =
        of instanceof Expr.Call c && c.name().equals("split") && c.target() != null
            ? c.target()
            : of;
    return Values.part(resolve(list, scope));
  }
}
