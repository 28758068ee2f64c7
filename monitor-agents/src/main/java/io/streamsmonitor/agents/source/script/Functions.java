package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Param;
import io.streamsmonitor.agents.source.code.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads functions: those with a name as methods, others as part of what is around them. */
final class Functions {
  private final Script script;
  private boolean consequent;

  Functions(Script script) {
    this.script = script;
  }

  /**
   * @param optional where a call may leave it out, what stands for it then; else null
   * @param member whether it is a field of the class as well
   */
  record Parameter(String name, String type, @Nullable Expr optional, boolean member, int pos) {}

  private Tokens in() {
    return script.tokens();
  }

  /** Reads what stands between the two signs of a conditional expression. */
  <T> T inConsequent(Supplier<T> reading) {
    boolean before = consequent;
    consequent = true;
    try {
      return reading.get();
    } finally {
      consequent = before;
    }
  }

  /** Whether a function in arrow form stands here. */
  boolean beginsArrow() {
    int start = in().place();
    try {
      if (in().is("async") && !in().peek(1).fresh() && !in().peek(1).is("=>")) {
        in().next();
      }
      if (in().peek().isName()) {
        return in().peek(1).is("=>");
      }
      if (in().is("<")) {
        in().angles();
      }
      if (!in().is("(")) {
        return false;
      }
      in().go(in().close(in().place()) + 1);
      if (in().is(":") && !consequent) {
        in().next();
        in().type();
      }
      return in().is("=>");
    } finally {
      in().go(start);
    }
  }

  /** Whether a function in any form stands here. */
  boolean begins() {
    return in().is("function")
        || (in().is("async") && in().peek(1).is("function"))
        || beginsArrow();
  }

  /** A function that is a value: what it does belongs to the body around it. */
  Expr inline() {
    int pos = in().peek().pos();
    BodyFacts body = script.body();
    body.open();
    body.inFunction(1);
    for (Parameter p : head()) {
      body.local(p.name(), p.type(), null, p.pos());
    }
    tail();
    body.inFunction(-1);
    body.close(in().lastPos());
    body.block(Block.Kind.LAMBDA, pos, in().lastPos(), null);
    return new Expr.Opaque("a function", pos);
  }

  /** A function that is a member of the type that is read. */
  void method(String name, List<Note> notes, int pos) {
    int begin = in().place();
    BodyFacts body = new BodyFacts(name);
    List<Parameter> params = new ArrayList<>();
    String[] type = {""};
    script.into(
        body,
        () -> {
          body.open();
          params.addAll(head());
          for (Parameter p : params) {
            if (p.member()) {
              script.type().field(p.name(), p.type(), false, true, null, p.pos());
              Expr self = new Expr.Member(new Expr.Ref("this", p.pos()), p.name(), p.pos());
              Expr given = new Expr.Ref(p.name(), p.pos());
              body.assignments.add(new Assignment(self, given, p.pos()));
            }
          }
          type[0] = tail();
          body.close(in().lastPos());
        });
    finish(body, begin);
    int end = in().lastPos();
    repeats(body, pos, end);
    List<Param> all = params.stream().map(p -> new Param(p.name(), p.type(), List.of())).toList();
    script.type().methods.add(body.facts(type[0], all, notes, pos, end));
    shorter(name, type[0], params, end);
  }

  /** The words of a body, the files among them that its imported names come from. */
  void finish(BodyFacts body, int begin) {
    body.say(in().between(begin, in().place()));
    script
        .imports()
        .origins()
        .forEach(
            (local, file) -> {
              if (body.words.contains(local)) {
                body.words.add(file);
              }
            });
    if (script.type() != script.module()) {
      body.words.add(script.module().name());
    }
  }

  /** A function that reads a stream and then calls itself is a loop. */
  private static void repeats(BodyFacts body, int from, int to) {
    boolean reads =
        body.words.stream().anyMatch(w -> w.regionMatches(true, 0, "xread", 0, "xread".length()));
    boolean again =
        body.calls.stream()
            .anyMatch(
                c ->
                    c.name().equals(body.name())
                        && (c.target() == null
                            || (c.target() instanceof Expr.Ref r && r.name().equals("this"))));
    if (reads && again) {
      body.block(Block.Kind.LOOP, from, to, null);
    }
  }

  /** The same function with fewer arguments, for each that may be left out. */
  private void shorter(String name, String type, List<Parameter> params, int pos) {
    for (int n = params.size() - 1; n >= 0; n--) {
      if (params.get(n).optional() == null) {
        return;
      }
      BodyFacts body = new BodyFacts(name);
      List<Expr> args = new ArrayList<>();
      List<Param> kept = new ArrayList<>();
      for (int i = 0; i < params.size(); i++) {
        Parameter p = params.get(i);
        if (i < n) {
          args.add(new Expr.Ref(p.name(), pos));
          kept.add(new Param(p.name(), p.type(), List.of()));
        } else {
          args.add(p.optional() == null ? new Expr.Literal("null", pos) : p.optional());
        }
      }
      boolean constructor = name.equals(MethodFacts.CONSTRUCTOR);
      Expr.Call whole =
          new Expr.Call(null, constructor ? "this" : name, List.copyOf(args), pos, pos);
      body.calls.add(whole);
      body.words.add(constructor ? "this" : name);
      body.returned(whole, pos);
      script.type().methods.add(body.facts(type, kept, List.of(), pos, pos));
    }
  }

  /** Everything up to the parameters, and these. */
  private List<Parameter> head() {
    if (!in().peek(1).is("=>")) {
      in().take("async");
    }
    if (in().take("function")) {
      in().take("*");
      if (in().peek().isName()) {
        in().next();
      }
    }
    if (in().is("<")) {
      in().angles();
    }
    if (in().peek().isName()) {
      Token t = in().next();
      return List.of(new Parameter(t.text(), "", null, false, t.pos()));
    }
    return in().is("(") ? parameters() : List.of();
  }

  private List<Parameter> parameters() {
    int close = in().close(in().place());
    in().next();
    List<Parameter> out = new ArrayList<>();
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      parameter(out);
      in().take(",");
      if (in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    return out;
  }

  private void parameter(List<Parameter> out) {
    boolean member = false;
    while (in().take("@")) {
      in().next();
      if (in().is("(")) {
        script.operands().arguments();
      }
    }
    while (List.of("public", "private", "protected", "readonly", "override")
            .contains(in().peek().text())
        && (in().peek(1).isName() || in().peek(1).is("{"))) {
      member = true;
      in().next();
    }
    in().take("...");
    Token t = in().peek();
    List<Variables.Part> parts = t.isName() ? List.of() : script.variables().pattern();
    String name = t.isName() ? in().next().text() : "_" + out.size();
    boolean optional = in().take("?");
    String type = in().take(":") ? in().type() : "";
    Expr instead = in().take("=") ? script.expressions().one() : null;
    if (instead == null && optional) {
      instead = new Expr.Literal("null", t.pos());
    }
    if (!name.equals("this")) {
      out.add(new Parameter(name, type, instead, member, t.pos()));
    }
    Expr whole = new Expr.Ref(name, t.pos());
    parts.forEach(p -> script.body().local(p.name(), "", p.of(whole), t.pos()));
  }

  /** The return type and the body; says the type. */
  private String tail() {
    String type = in().take(":") ? in().type() : "";
    boolean arrow = in().take("=>");
    if (in().is("{")) {
      script.statements().block();
    } else if (arrow) {
      int pos = in().peek().pos();
      script.body().returned(script.expressions().one(), pos);
    }
    return type;
  }
}
