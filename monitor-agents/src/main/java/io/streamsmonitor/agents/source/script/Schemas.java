package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Schemas that the environment is checked against: their keys are reads of it. */
final class Schemas {
  private static final Set<String> OPTIONAL = Set.of("optional", "nullish", "default", "catch");
  private static final Set<String> PARTS = Set.of("server", "client", "shared", "validationSchema");

  /** A schema that says by its name what it is for; who checks it may be another file. */
  private static final Pattern ENVIRONMENT =
      Pattern.compile("(?i).*env.*(schema|vars|variables|validation).*|.*schema.*env.*");

  private final Env env;
  private final Map<String, Expr> declared = new HashMap<>();
  private final Set<Integer> read = new HashSet<>();

  Schemas(Env env) {
    this.env = env;
  }

  /** A variable and what it is given. */
  void declared(String name, Expr init, BodyFacts body) {
    if (init instanceof Expr.Call) {
      declared.put(name, init);
      if (ENVIRONMENT.matcher(name).matches()) {
        chain(init, body);
      }
    }
  }

  /** A call that may check the environment. */
  void call(Expr.Call call, BodyFacts body) {
    Expr.Call asked = Env.asked(call);
    if (asked != null) {
      add(asked, body);
    }
    boolean whole = call.name().equals("createEnv") || call.name().equals("forRoot");
    if (whole) {
      call.args().forEach(a -> PARTS.forEach(p -> part(Literals.value(a, p), body)));
    }
    if (call.args().stream().anyMatch(env::holds)) {
      chain(call, body);
      call.args().stream()
          .filter(a -> a instanceof Expr.Ref)
          .forEach(a -> chain(declared.get(((Expr.Ref) a).name()), body));
    }
  }

  private void part(@Nullable Expr part, BodyFacts body) {
    keys(part, body);
    chain(part, body);
  }

  /** The objects among the arguments of a chain of calls, and of the schema it starts from. */
  private void chain(@Nullable Expr e, BodyFacts body) {
    Expr at = e;
    while (at instanceof Expr.Call c) {
      c.args().forEach(a -> keys(a, body));
      at = c.target();
    }
    Expr init = at instanceof Expr.Ref r ? declared.get(r.name()) : null;
    if (init != null && init != e) {
      chain(init, body);
    }
  }

  private void keys(@Nullable Expr e, BodyFacts body) {
    if (!Literals.isObject(e) || !(e instanceof Expr.Call object)) {
      return;
    }
    for (int i = 0; i + 1 < object.args().size(); i += 2) {
      if (object.args().get(i) instanceof Expr.Text t && t.value().matches("[A-Z][A-Z0-9_]+")) {
        Expr instead = fallback(object.args().get(i + 1));
        add(
            instead == null
                ? Env.read(t, t.pos(), t.pos())
                : Env.readOr(t, instead, t.pos(), t.pos()),
            body);
      }
    }
  }

  private void add(Expr.Call call, BodyFacts body) {
    if (read.add(call.namePos())) {
      body.calls.add(call);
      body.words.add("getenv");
    }
  }

  private static @Nullable Expr fallback(Expr rule) {
    Expr at = rule;
    while (at instanceof Expr.Call c) {
      if (OPTIONAL.contains(c.name().toLowerCase(Locale.ROOT))) {
        return c.arg(0) instanceof Expr.Text || c.arg(0) instanceof Expr.Literal
            ? c.arg(0)
            : new Expr.Text("", c.pos());
      }
      Expr given = c.args().isEmpty() ? null : Literals.value(c.args().get(0), "default");
      if (given != null) {
        return given;
      }
      at = c.target();
    }
    return null;
  }
}
