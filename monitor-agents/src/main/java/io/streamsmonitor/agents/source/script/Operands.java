package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Name;
import io.streamsmonitor.agents.source.code.Position;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what operators work on: values, their members, calls. */
final class Operands {

  private static final Set<String> BINDING = Set.of("apply", "call", "bind");

  private final Script source;

  Operands(Script source) {
    this.source = source;
  }

  private Tokens in() {
    return source.tokens();
  }

  private BodyFacts body() {
    return source.body();
  }

  /** A value with all that follows it. */
  Expr read() {
    return after(primary());
  }

  private Expr one() {
    return source.expressions().one();
  }

  private Expr sequence() {
    return source.expressions().sequence();
  }

  /** What follows a value: members, calls, type assertions. */
  private Expr after(Expr start) {
    Expr e = start;
    while (true) {
      in().typeArguments();
      Token t = in().peek();
      if (t.is(".") || t.is("?.")) {
        in().next();
        if (t.is("?.")) {
          source.expressions().askedAbout(e);
        }
        e = in().peek().isName() ? member(e, in().next()) : e;
      } else if (t.is("(")) {
        e = call(e, start.pos());
      } else if (t.is("[")) {
        e = element(e);
      } else if (t.is("!") && !t.fresh()) {
        in().next();
      } else if ((t.is("as") || t.is("satisfies")) && !t.fresh() && t.isName()) {
        in().next();
        in().type();
      } else if (t.kind() == Kind.TEMPLATE && !t.fresh()) {
        template();
        e = new Expr.Opaque("a tagged template", t.pos());
      } else if ((t.is("++") || t.is("--")) && !t.fresh()) {
        in().next();
        body().assignments.add(new Assignment(e, new Expr.Opaque("counted", t.pos()), t.pos()));
      } else {
        return e;
      }
    }
  }

  private Expr member(Expr owner, Token name) {
    if (source.env().holds(owner)) {
      return env(new Expr.Text(name.text(), name.pos()), owner.pos(), name.pos());
    }
    return new Expr.Member(owner, name.text(), owner.pos());
  }

  private Expr env(Expr name, int pos, int namePos) {
    Expr.Call read = Env.read(name, pos, namePos);
    body().calls.add(read);
    body().words.add("getenv");
    return read;
  }

  private Expr element(Expr owner) {
    int close = in().close(in().place());
    Token bracket = in().next();
    Expr index = sequence();
    in().go(close + 1);
    if (source.env().holds(owner)) {
      return env(index, owner.pos(), bracket.pos());
    }
    return index instanceof Expr.Text t
        ? new Expr.Member(owner, t.value(), owner.pos())
        : new Expr.Each(owner, owner.pos());
  }

  private Expr call(Expr callee, int start) {
    int namePos = in().token(in().place() - 1).pos();
    List<Expr> args = arguments();
    Expr target = null;
    String name = "";
    if (callee instanceof Expr.Member m) {
      target = m.owner();
      name = m.name();
    } else if (callee instanceof Expr.Ref r) {
      Expr.Member method = source.aliases().of(r.name());
      target = method == null ? null : method.owner();
      name = method == null ? r.name() : method.name();
    }
    if (target != null && name.equals("get") && source.env().holds(target) && args.size() == 1) {
      return env(args.get(0), start, namePos);
    }
    // A chain over several lines is found at the line of its call.
    int pos = Position.line(start) == Position.line(namePos) ? start : namePos;
    if (name.isEmpty()) {
      return new Expr.Opaque("result of a function", pos);
    }
    Expr.Call call =
        new Expr.Call(
            target, Timers.name(name, args, body()), Timers.arguments(name, args), pos, namePos);
    body().calls.add(call);
    source.schemas().call(call, body());
    List<Expr> values = new ArrayList<>(args);
    if (target != null && BINDING.contains(name)) {
      values.add(target);
    }
    for (Expr arg : values) {
      if (arg instanceof Expr.Member m && m.owner() instanceof Expr.Ref) {
        body().reference(new Expr.MethodRef(m.owner(), m.name(), m.pos()));
      }
    }
    return call;
  }

  /** Arguments in parentheses; one that stands for several is an {@link Expr.Each}. */
  List<Expr> arguments() {
    return list("(");
  }

  private List<Expr> list(String open) {
    int close = in().close(in().place());
    List<Expr> out = new ArrayList<>();
    if (!in().take(open)) {
      return out;
    }
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      int pos = in().peek().pos();
      if (in().take("...")) {
        out.add(new Expr.Each(one(), pos));
      } else if (!in().is(",")) {
        out.add(one());
      }
      if (!in().take(",") && in().place() < close && in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    return out;
  }

  private Expr primary() {
    Token t = in().peek();
    return switch (t.kind()) {
      case STRING -> passed(new Expr.Text(t.text(), t.pos()));
      case NUMBER -> passed(new Expr.Literal(t.text(), t.pos()));
      case TEMPLATE -> template();
      case NAME -> named(t);
      case SIGN -> signed(t);
      default -> skipped(t);
    };
  }

  private Expr passed(Expr e) {
    in().next();
    return e;
  }

  private Expr skipped(Token t) {
    return passed(new Expr.Opaque(t.text(), t.pos()));
  }

  private Expr signed(Token t) {
    return switch (t.text()) {
      case "(" -> enclosed(t);
      case "[" -> new Expr.Items(list("["), t.pos());
      case "{" -> source.objects().read();
      case "<" -> asserted(t);
      case "@" -> {
        in().next();
        yield primary();
      }
      case ")", "]", "}", ";", "," -> new Expr.Opaque("nothing", t.pos());
      default -> skipped(t);
    };
  }

  private Expr enclosed(Token t) {
    int close = in().close(in().place());
    in().next();
    Expr inner = in().place() >= close ? new Expr.Opaque("()", t.pos()) : sequence();
    in().go(close + 1);
    return inner;
  }

  /** {@code <Type>value}. */
  private Expr asserted(Token t) {
    in().angles();
    return in().is("<") ? skipped(t) : read();
  }

  private Expr named(Token t) {
    return switch (t.text()) {
      case "function" -> source.functions().inline();
      case "async" ->
          in().peek(1).is("function") && !in().peek(1).fresh()
              ? source.functions().inline()
              : reference(t);
      case "class" -> source.classes().anonymous();
      case "new" -> made(t);
      case "null", "undefined" -> passed(new Expr.Literal("null", t.pos()));
      case "true", "false" -> passed(new Expr.Literal(t.text(), t.pos()));
      default -> reference(t);
    };
  }

  private Expr reference(Token t) {
    body().names.add(new Name(t.text(), t.pos()));
    return passed(new Expr.Ref(t.text(), t.pos()));
  }

  private Expr made(Token t) {
    in().next();
    if (in().is(".")) {
      in().next();
      in().next();
      return new Expr.Opaque("new.target", t.pos());
    }
    String type = in().peek().isName() ? in().next().text() : "";
    if (type.isEmpty()) {
      primary();
    }
    while (in().is(".") && in().peek(1).isName()) {
      in().next();
      type = in().next().text();
    }
    in().typeArguments();
    List<Expr> args = in().is("(") ? arguments() : List.of();
    Expr.Make make = new Expr.Make(type, args, t.pos());
    body().makes.add(make);
    return make;
  }

  private Expr template() {
    Token t = in().next();
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < t.texts().size(); i++) {
      if (!t.texts().get(i).isEmpty()) {
        parts.add(new Expr.Text(t.texts().get(i), t.pos()));
      }
      if (i < t.holes().size()) {
        parts.add(source.within(t.holes().get(i), this::sequence));
      }
    }
    if (parts.isEmpty()) {
      return new Expr.Text("", t.pos());
    }
    return parts.size() == 1 && parts.get(0) instanceof Expr.Text
        ? parts.get(0)
        : new Expr.Join(parts, t.pos());
  }
}
