package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions; what is called in them goes into the body around. */
final class Expressions {
  private static final Set<String> ASSIGN =
      Set.of(
          "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "**=", "<<=", ">>=", ">>>=", "&&=",
          "||=", "??=");
  private static final Map<String, Integer> BINDING =
      Map.ofEntries(
          Map.entry("??", 1),
          Map.entry("||", 1),
          Map.entry("&&", 2),
          Map.entry("|", 3),
          Map.entry("^", 3),
          Map.entry("&", 3),
          Map.entry("==", 4),
          Map.entry("!=", 4),
          Map.entry("===", 4),
          Map.entry("!==", 4),
          Map.entry("<", 5),
          Map.entry(">", 5),
          Map.entry("<=", 5),
          Map.entry(">=", 5),
          Map.entry("in", 5),
          Map.entry("instanceof", 5),
          Map.entry("+", 6),
          Map.entry("-", 6),
          Map.entry("*", 7),
          Map.entry("/", 7),
          Map.entry("%", 7),
          Map.entry("**", 7));
  private static final Set<String> PREFIX =
      Set.of("!", "~", "+", "-", "typeof", "void", "delete", "await", "yield", "++", "--");

  private final Script source;

  Expressions(Script source) {
    this.source = source;
  }

  private Tokens in() {
    return source.tokens();
  }

  private BodyFacts body() {
    return source.body();
  }

  /** Several, with commas between them; the value is the last. */
  Expr sequence() {
    Expr e = one();
    while (in().take(",")) {
      e = one();
    }
    return e;
  }

  /** One expression, assignments included. */
  Expr one() {
    if (source.functions().beginsArrow()) {
      return source.functions().inline();
    }
    int pos = in().peek().pos();
    Expr left = conditional();
    String sign = in().peek().kind() == Kind.SIGN ? in().peek().text() : "";
    if (!ASSIGN.contains(sign)) {
      return left;
    }
    in().next();
    Expr value = one();
    Expr given =
        switch (sign) {
          case "=" -> value;
          case "??=", "||=" -> new Expr.Either(List.of(left, value), pos);
          default -> new Expr.Opaque("changed in place", pos);
        };
    body().assignments.add(new Assignment(left, given, pos));
    return value;
  }

  /** What is only compared or tested may be absent, unless the code goes on to refuse that. */
  void askedAbout(Expr e) {
    if (!source.asking()) {
      Env.optional(e, body());
    }
  }

  private Expr conditional() {
    int pos = in().peek().pos();
    Expr test = binary(1);
    if (!in().is("?")) {
      return test;
    }
    in().next();
    askedAbout(test);
    Expr yes = source.functions().inConsequent(this::one);
    in().take(":");
    Expr no = one();
    return new Expr.Either(List.of(yes, no), pos);
  }

  private Expr binary(int least) {
    int pos = in().peek().pos();
    Expr left = unary();
    while (true) {
      Token sign = in().peek();
      int binding = sign.kind() == Kind.STRING ? 0 : BINDING.getOrDefault(sign.text(), 0);
      boolean noIn = sign.is("in") && source.inLoopHead();
      if (binding < least || noIn || sign.kind() == Kind.TEMPLATE) {
        return left;
      }
      in().next();
      left = combined(left, sign.text(), binary(binding + 1), pos);
    }
  }

  private Expr combined(Expr left, String sign, Expr right, int pos) {
    return switch (sign) {
      case "??", "||" -> {
        Expr.Call read = Env.readIn(left);
        yield read == null || !body().calls.contains(read)
            ? new Expr.Either(List.of(left, right), pos)
            : Env.orElse(read, right, body());
      }
      case "+" -> joined(left, right, pos);
      default -> {
        askedAbout(left);
        yield sign.equals("&&")
            ? new Expr.Either(List.of(right, new Expr.Opaque("a condition", pos)), pos)
            : new Expr.Opaque("computed", pos);
      }
    };
  }

  private static Expr joined(Expr left, Expr right, int pos) {
    if (left instanceof Expr.Literal && right instanceof Expr.Literal) {
      return new Expr.Opaque("computed", pos);
    }
    List<Expr> parts = new ArrayList<>();
    parts.addAll(left instanceof Expr.Join j ? j.parts() : List.of(left));
    parts.add(right);
    return new Expr.Join(parts, pos);
  }

  private Expr unary() {
    Token sign = in().peek();
    boolean prefix = sign.kind() != Kind.STRING && PREFIX.contains(sign.text());
    if (!prefix) {
      return source.operands().read();
    }
    in().next();
    if (sign.is("yield")) {
      in().take("*");
      return in().peek().fresh() || in().is(")") || in().is(";") || in().is("}")
          ? new Expr.Opaque("yield", sign.pos())
          : one();
    }
    Expr inner = unary();
    switch (sign.text()) {
      case "await" -> {
        return inner;
      }
      case "++", "--" ->
          body()
              .assignments
              .add(new Assignment(inner, new Expr.Opaque("counted", sign.pos()), sign.pos()));
      case "-" -> {
        if (inner instanceof Expr.Literal l) {
          return new Expr.Literal("-" + l.value(), sign.pos());
        }
      }
      case "+" -> {
        return inner;
      }
      default -> askedAbout(inner);
    }
    return new Expr.Opaque(sign.text(), sign.pos());
  }
}
