package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads object literals; those that are constants of the file become types. */
final class Objects {
  private static final Set<String> MODIFIERS = Set.of("async", "get", "set", "static");

  private final Script script;

  Objects(Script script) {
    this.script = script;
  }

  private Tokens in() {
    return script.tokens();
  }

  Expr read() {
    return read(null);
  }

  /** Whether a constant object stands here; it is read as a type then. */
  boolean declared(String name, int pos) {
    int start = in().place();
    boolean frozen = in().is("Object") && in().peek(2).is("freeze") && in().peek(3).is("(");
    if (frozen) {
      in().go(start + 4);
    }
    if (!in().is("{") || in().token(in().close(in().place()) + 1).is(".")) {
      in().go(start);
      return false;
    }
    declare(name, pos);
    if (frozen) {
      in().take(")");
    }
    return true;
  }

  /** Reads an object whose members are those of the type; its own name for itself stays. */
  void members(TypeDraft draft) {
    TypeDraft mine = new TypeDraft(draft.name(), "");
    read(mine);
    mine.fields().stream()
        .filter(f -> !(f.init() instanceof Expr.Ref r && r.name().equals(f.name())))
        .forEach(f -> draft.constant(f.name(), f.type(), f.init(), f.pos()));
    draft.methods.addAll(mine.methods);
  }

  private void declare(String name, int pos) {
    String file = script.module().name();
    boolean type = Imports.isType(name);
    TypeDraft draft = new TypeDraft(type ? name : file + "$" + name, file);
    Expr value = read(draft);
    script.classes().add(draft.facts(pos, in().lastPos()));
    if (!type) {
      script.module().constant(name, Imports.object(file, name), value, pos);
    }
  }

  /**
   * @param draft takes in the members, or null
   */
  private Expr read(@Nullable TypeDraft draft) {
    int pos = in().peek().pos();
    int close = in().close(in().place());
    in().next();
    List<Expr> pairs = new ArrayList<>();
    List<Expr> spread = new ArrayList<>();
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      if (in().take("...")) {
        spread.add(script.expressions().one());
      } else {
        entry(pairs, draft);
      }
      in().take(",");
      if (in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    return Literals.object(pairs, spread, pos);
  }

  private void entry(List<Expr> pairs, @Nullable TypeDraft draft) {
    while (MODIFIERS.contains(in().peek().text())
        && (in().peek(1).isName() || in().peek(1).is("[") || in().peek(1).is("*"))) {
      in().next();
    }
    in().take("*");
    Token key = in().peek();
    Expr name;
    if (key.is("[")) {
      int close = in().close(in().place());
      in().next();
      name = script.expressions().one();
      in().go(close + 1);
    } else if (key.isName() || key.kind() == Kind.STRING || key.kind() == Kind.NUMBER) {
      in().next();
      name = new Expr.Text(key.text(), key.pos());
    } else {
      return;
    }
    String called = name instanceof Expr.Text t ? t.value() : "";
    if (in().is("(") || in().is("<")) {
      pairs.add(name);
      pairs.add(function(called, key.pos(), draft));
    } else if (in().take(":")) {
      pairs.add(name);
      pairs.add(value(called, key.pos(), draft));
    } else if (key.isName()) {
      in().go(in().place() - 1);
      pairs.add(name);
      Expr value = script.expressions().one();
      pairs.add(value);
      if (draft != null) {
        draft.constant(called, "", value, key.pos());
      }
    }
  }

  private Expr function(String called, int pos, @Nullable TypeDraft draft) {
    if (draft == null || called.isEmpty()) {
      return script.functions().inline();
    }
    script.into(draft, () -> script.functions().method(called, List.of(), pos));
    return new Expr.Opaque("a function", pos);
  }

  private Expr value(String called, int pos, @Nullable TypeDraft draft) {
    if (draft == null || called.isEmpty()) {
      return script.expressions().one();
    }
    if (script.functions().begins()) {
      return function(called, pos, draft);
    }
    if (in().is("{")) {
      TypeDraft inner = new TypeDraft(draft.name() + "$" + called, script.module().name());
      Expr value = read(inner);
      script.classes().add(inner.facts(pos, in().lastPos()));
      String file = script.module().name();
      draft.constant(called, file + "." + file + "." + inner.name(), value, pos);
      return value;
    }
    Expr value = script.expressions().one();
    draft.constant(called, Variables.made(value), value, pos);
    return value;
  }
}
