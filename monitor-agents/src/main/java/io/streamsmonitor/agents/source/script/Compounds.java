package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads statements that hold others: branches, loops, {@code try}, {@code switch}. */
final class Compounds {
  private static final Set<String> PARSERS =
      Set.of("parse", "decodeURIComponent", "decodeURI", "atob", "toString", "from", "of");

  private final Script script;

  Compounds(Script script) {
    this.script = script;
  }

  private Tokens in() {
    return script.tokens();
  }

  private BodyFacts body() {
    return script.body();
  }

  private Expr head() {
    int close = in().close(in().place());
    in().next();
    Expr e = script.expressions().sequence();
    in().go(close + 1);
    return e;
  }

  void branch() {
    in().next();
    int known = body().calls.size();
    boolean before = script.asking();
    script.asking(true);
    Expr condition = head();
    script.asking(before);
    List<Expr.Call> asked =
        List.copyOf(
            body().calls.subList(Math.min(known, body().calls.size()), body().calls.size()));
    int jumps = body().jumps.size();
    int calls = body().calls.size();
    part(Block.Kind.THEN, condition);
    boolean refuses =
        body().jumps.stream().skip(jumps).anyMatch(j -> j.kind() == Jump.Kind.THROW)
            || body().calls.stream().skip(calls).anyMatch(c -> c.name().equals("exit"));
    if (!refuses) {
      asked.forEach(c -> Env.optional(c, body()));
    }
    if (in().take("else")) {
      part(Block.Kind.ELSE, condition);
    }
  }

  private void part(Block.Kind kind, @Nullable Expr condition) {
    int from = in().peek().pos();
    script.statements().statement();
    body().block(kind, from, in().lastPos(), condition);
  }

  void loop() {
    int from = in().next().pos();
    in().take("await");
    int close = in().close(in().place());
    in().next();
    body().open();
    Expr condition = null;
    script.loopHead(true);
    if (in().is("const") || in().is("let") || in().is("var")) {
      in().next();
      int place = in().place();
      script.variables().declarations(false);
      condition = each(place);
    } else if (!in().is(";")) {
      script.expressions().sequence();
    }
    script.loopHead(false);
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      in().take(";");
      if (in().place() < close) {
        Expr e = script.expressions().sequence();
        condition = condition == null ? e : condition;
      }
      if (in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    script.statements().statement();
    body().close(in().lastPos());
    body().block(Block.Kind.LOOP, from, in().lastPos(), condition);
  }

  /** Where elements are gone through, what they are elements of. */
  private @Nullable Expr each(int from) {
    for (Token t : in().between(from, in().place())) {
      if (t.is("of") || t.is("in")) {
        return new Expr.Each(new Expr.Opaque("elements", t.pos()), t.pos());
      }
      if (t.is("=")) {
        return null;
      }
    }
    return null;
  }

  void whileLoop() {
    Token t = in().next();
    if (t.is("while")) {
      Expr condition = head();
      script.statements().statement();
      body().block(Block.Kind.LOOP, t.pos(), in().lastPos(), condition);
      return;
    }
    script.statements().statement();
    Expr condition = in().take("while") ? head() : null;
    body().block(Block.Kind.LOOP, t.pos(), in().lastPos(), condition);
    in().take(";");
  }

  void attempt() {
    in().next();
    int calls = body().calls.size();
    part(Block.Kind.TRY, null);
    String type = parsesOnly(calls) ? "SyntaxError" : "Error";
    if (in().is("catch")) {
      int from = in().next().pos();
      String name = "";
      body().open();
      if (in().is("(")) {
        int close = in().close(in().place());
        Token t = in().peek(1);
        name = t.isName() ? t.text() : "";
        in().go(close + 1);
        if (!name.isEmpty()) {
          body().local(name, type, null, t.pos());
        }
      }
      script.statements().block();
      int to = in().lastPos();
      body().close(to);
      body().blocks.add(new Block(Block.Kind.CATCH, from, to, List.of(type), name, null));
    }
    if (in().take("finally")) {
      part(Block.Kind.FINALLY, null);
    }
  }

  /** Scripts do not say what they catch; where only a text is parsed, it can be but one thing. */
  private boolean parsesOnly(int since) {
    List<Expr.Call> tried = body().calls.subList(since, body().calls.size());
    return !tried.isEmpty() && tried.stream().allMatch(c -> PARSERS.contains(c.name()));
  }

  void choice() {
    in().next();
    Expr on = head();
    int from = in().peek().pos();
    int close = in().close(in().place());
    in().next();
    body().open();
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      if (in().take("case")) {
        script.functions().inConsequent(script.expressions()::sequence);
        in().take(":");
      } else if (in().is("default") && in().peek(1).is(":")) {
        in().go(in().place() + 2);
      } else {
        script.statements().statement();
      }
      if (in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    body().close(in().lastPos());
    body().block(Block.Kind.THEN, from, in().lastPos(), on);
  }
}
