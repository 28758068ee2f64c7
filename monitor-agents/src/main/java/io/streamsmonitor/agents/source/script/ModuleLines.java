package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code import} and {@code export}. */
final class ModuleLines {
  private final Script script;

  ModuleLines(Script script) {
    this.script = script;
  }

  private record Named(String local, String exported, int pos) {}

  private Tokens in() {
    return script.tokens();
  }

  void imported() {
    in().next();
    in().take("type");
    List<Named> names = new ArrayList<>();
    if (in().peek().kind() == Kind.STRING) {
      script.imports().from(in().next().text());
      in().take(";");
      return;
    }
    while (!in().ended() && !in().is("from") && !in().is(";")) {
      Token t = in().peek();
      if (t.is("{")) {
        names.addAll(list());
      } else if (in().take("*")) {
        in().take("as");
        names.add(new Named(in().peek().text(), "*", in().next().pos()));
      } else if (t.isName()) {
        names.add(new Named(t.text(), "default", in().next().pos()));
        if (in().take("=")) {
          in().next();
          in().take("(");
          String other = script.imports().from(in().next().text());
          script.imports().name(t.text(), "*", other, t.pos());
          in().take(")");
          return;
        }
      } else {
        in().next();
      }
      in().take(",");
    }
    in().take("from");
    String other = script.imports().from(in().next().text());
    names.forEach(n -> script.imports().name(n.local(), n.exported(), other, n.pos()));
    in().take(";");
  }

  /** {@code { a, b as c }}. */
  private List<Named> list() {
    List<Named> out = new ArrayList<>();
    int close = in().close(in().place());
    in().next();
    while (in().place() < close && !in().ended()) {
      if (in().is("type") && in().peek(1).isName() && !in().peek(1).is("as")) {
        in().next();
      }
      Token name = in().next();
      Token other = in().take("as") ? in().next() : name;
      if (name.isName()) {
        out.add(new Named(other.text(), name.text(), name.pos()));
      }
      in().take(",");
    }
    in().go(close + 1);
    return out;
  }

  void exported() {
    int pos = in().next().pos();
    if (in().take("*")) {
      Named all = in().take("as") ? new Named(in().next().text(), "*", pos) : null;
      in().take("from");
      String other = script.imports().from(in().next().text());
      if (all == null) {
        script.imports().all(other);
      } else {
        script.imports().name(all.local(), "*", other, pos);
      }
    } else if (in().is("{")) {
      List<Named> names = list();
      if (in().take("from")) {
        String other = script.imports().from(in().next().text());
        names.forEach(n -> script.imports().name(n.local(), n.exported(), other, n.pos()));
      } else {
        names.stream().filter(n -> !n.local().equals(n.exported())).forEach(this::renamed);
      }
    } else if (in().take("default")) {
      standard(pos);
    } else if (in().take("=")) {
      standard(pos);
    }
  }

  /** Whether {@code module.exports = …} or {@code exports.name = …} begins here; reads it if so. */
  boolean common() {
    int skip = in().is("module") && in().peek(1).is(".") ? 2 : 0;
    if (!in().peek(skip).is("exports")) {
      return false;
    }
    Token name = in().peek(skip + 2);
    int pos = in().peek().pos();
    if (in().peek(skip + 1).is("=")) {
      in().go(in().place() + skip + 2);
      if (in().is("{")) {
        script.objects().members(script.module());
      } else {
        standard(pos);
      }
    } else if (in().peek(skip + 1).is(".") && in().peek(skip + 3).is("=")) {
      in().go(in().place() + skip + 4);
      if (script.functions().begins()) {
        script.functions().method(name.text(), List.of(), pos);
      } else {
        Expr value = script.expressions().one();
        script.module().constant(name.text(), Variables.made(value), value, pos);
      }
    } else {
      return false;
    }
    in().take(";");
    return true;
  }

  private void renamed(Named n) {
    script.module().constant(n.local(), "", new Expr.Ref(n.exported(), n.pos()), n.pos());
  }

  /** What the file exports without a name. */
  private void standard(int pos) {
    if (in().is("class") || in().is("abstract") || in().is("interface") || in().is("enum")) {
      return;
    }
    if (script.functions().begins()) {
      int name = in().is("async") ? 2 : 1;
      boolean named = in().is("function") || in().is("async");
      boolean called = named && in().peek(name).isName();
      script.functions().method(called ? in().peek(name).text() : "default", List.of(), pos);
    } else if (!script.objects().declared("default", pos)) {
      Expr value = script.expressions().one();
      script.module().constant("default", Variables.made(value), value, pos);
      if (value instanceof Expr.Ref r) {
        script.classes().alias(r.name(), "default");
      }
    }
    script.statements().assertions();
    in().take(";");
  }
}
