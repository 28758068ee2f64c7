package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code const}, {@code let} and {@code var}. */
final class Variables {
  private final Script script;

  Variables(Script script) {
    this.script = script;
  }

  /** A name taken out of an object or array; {@code key} is "" in an array. */
  record Part(String name, String key, @Nullable Expr fallback, int pos) {
    Expr of(Expr whole) {
      Expr value = key.isEmpty() ? new Expr.Each(whole, pos) : new Expr.Member(whole, key, pos);
      return fallback == null ? value : new Expr.Either(List.of(value, fallback), pos);
    }
  }

  private Tokens in() {
    return script.tokens();
  }

  /** Everything after the keyword. */
  void declarations(boolean fixed) {
    do {
      declaration(fixed);
    } while (in().take(","));
  }

  private void declaration(boolean fixed) {
    Token t = in().peek();
    if (t.is("{") || t.is("[")) {
      List<Part> parts = pattern();
      if (in().take(":")) {
        in().type();
      }
      if (in().take("=")) {
        taken(parts, script.expressions().one(), fixed);
      } else {
        Expr each = loop(t.pos());
        parts.forEach(p -> declare(p.name(), "", each == null ? null : p.of(each), fixed, p.pos()));
      }
      return;
    }
    if (!t.isName()) {
      return;
    }
    in().next();
    in().take("!");
    String type = in().take(":") ? in().type() : "";
    if (!in().take("=")) {
      declare(t.text(), type, loop(t.pos()), fixed, t.pos());
      return;
    }
    boolean named = script.atTop() && fixed;
    if (named && script.functions().begins()) {
      script.functions().method(t.text(), List.of(), t.pos());
    } else if (named && script.objects().declared(t.text(), t.pos())) {
      script.statements().assertions();
    } else {
      value(t, type, script.expressions().one(), fixed);
    }
  }

  private void value(Token t, String type, Expr init, boolean fixed) {
    if (script.env().holds(init)) {
      script.env().alias(t.text());
    }
    script.schemas().declared(t.text(), init, script.body());
    script.aliases().note(t.text(), init);
    String other = required(init);
    if (other != null) {
      script.imports().name(t.text(), "*", other, t.pos());
    } else {
      declare(t.text(), type.isEmpty() ? made(init) : type, init, fixed, t.pos());
    }
  }

  private void taken(List<Part> parts, Expr whole, boolean fixed) {
    String other = required(whole);
    for (Part p : parts) {
      if (other != null) {
        script.imports().name(p.name(), p.key(), other, p.pos());
      } else if (script.env().holds(whole)) {
        Expr.Call read = Env.read(new Expr.Text(p.key(), p.pos()), p.pos(), p.pos());
        script.body().calls.add(read);
        script.body().words.add("getenv");
        Expr instead = p.fallback();
        Expr value = instead == null ? read : Env.orElse(read, instead, script.body());
        declare(p.name(), "", value, fixed, p.pos());
      } else {
        declare(p.name(), "", p.of(whole), fixed, p.pos());
      }
    }
  }

  /** The file that is required, "" for a library; null where the value is no such call. */
  private @Nullable String required(Expr init) {
    return init instanceof Expr.Call c
            && c.target() == null
            && c.name().equals("require")
            && c.arg(0) instanceof Expr.Text t
        ? script.imports().from(t.value())
        : null;
  }

  /** The type of a value that is made where it is declared. */
  static String made(@Nullable Expr init) {
    if (init instanceof Expr.Make m) {
      return m.type();
    }
    Expr at = init;
    while (at instanceof Expr.Call c) {
      if (c.name().equals("createClient") || c.name().equals("createCluster")) {
        return "RedisClientType";
      }
      at = c.target();
    }
    return "";
  }

  /** What the variable of a loop takes in turn; null where this is no head of one. */
  private @Nullable Expr loop(int pos) {
    if (!script.inLoopHead() || !(in().is("of") || in().is("in"))) {
      return null;
    }
    in().next();
    script.loopHead(false);
    return new Expr.Each(script.expressions().one(), pos);
  }

  private void declare(String name, String type, @Nullable Expr init, boolean fixed, int pos) {
    if (script.atTop()) {
      script.module().field(name, type, true, fixed, init, pos);
    } else {
      script.body().local(name, type, init, pos);
    }
  }

  /** The names of a pattern in braces or brackets. */
  List<Part> pattern() {
    List<Part> out = new ArrayList<>();
    boolean array = in().is("[");
    int close = in().close(in().place());
    in().next();
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      in().take("...");
      part(array, out);
      in().take(",");
      if (in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    return out;
  }

  private void part(boolean array, List<Part> out) {
    Token key = in().peek();
    if (key.is("{") || key.is("[")) {
      out.addAll(pattern());
    } else if (key.isName() || key.kind() == Token.Kind.STRING) {
      in().next();
      Token name = key;
      if (!array && in().take(":")) {
        if (in().is("{") || in().is("[")) {
          out.addAll(pattern());
          return;
        }
        name = in().next();
      }
      Expr fallback = in().take("=") ? script.expressions().one() : null;
      out.add(new Part(name.text(), array ? "" : key.text(), fallback, name.pos()));
    }
  }
}
