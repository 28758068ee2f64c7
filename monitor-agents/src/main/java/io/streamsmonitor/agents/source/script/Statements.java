package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.List;

/** Reads statements, whatever comes: what is no statement is passed over. */
final class Statements {
  private final Script script;

  Statements(Script script) {
    this.script = script;
  }

  private Tokens in() {
    return script.tokens();
  }

  private BodyFacts body() {
    return script.body();
  }

  /** Everything to the end. */
  void all() {
    while (!in().ended()) {
      int before = in().place();
      statement();
      if (in().place() == before) {
        in().next();
      }
    }
  }

  /** A block with its braces, whose variables end with it. */
  void block() {
    int close = in().close(in().place());
    in().next();
    body().open();
    while (in().place() < close && !in().ended()) {
      int before = in().place();
      statement();
      if (in().place() == before) {
        in().next();
      }
    }
    in().go(close + 1);
    body().close(in().lastPos());
  }

  void statement() {
    Token t = in().peek();
    boolean exports = t.is("module") || t.is("exports");
    if (exports && script.atTop() && new ModuleLines(script).common()) {
      return;
    }
    if (t.kind() == Kind.SIGN) {
      sign(t);
    } else if (t.kind() == Kind.NAME && !(in().peek(1).is("=") || in().peek(1).is("."))) {
      word(t);
    } else {
      expression();
    }
  }

  private void sign(Token t) {
    switch (t.text()) {
      case "{" -> block();
      case ";" -> in().next();
      case "@" -> script.classes().decorators();
      default -> expression();
    }
  }

  private void expression() {
    script.expressions().sequence();
    in().take(";");
  }

  private void word(Token t) {
    switch (t.text()) {
      case "const", "let", "var" -> variables();
      case "import" -> {
        if (in().peek(1).is("(")) {
          expression();
        } else {
          new ModuleLines(script).imported();
        }
      }
      case "export" -> new ModuleLines(script).exported();
      case "function", "async" -> function();
      case "class" -> script.classes().declaration();
      case "abstract", "declare" -> declared();
      case "enum" -> script.classes().enumeration();
      case "interface", "type", "namespace", "module", "global" -> typed(t);
      case "if" -> script.compounds().branch();
      case "for" -> script.compounds().loop();
      case "while", "do" -> script.compounds().whileLoop();
      case "try" -> script.compounds().attempt();
      case "switch" -> script.compounds().choice();
      case "return" -> returned();
      case "throw" -> {
        in().next();
        body().jumps.add(new Jump(Jump.Kind.THROW, script.expressions().sequence(), t.pos()));
        in().take(";");
      }
      case "break", "continue" -> jump(t);
      default -> {
        if (in().peek(1).is(":") && !t.is("case") && !t.is("default")) {
          in().go(in().place() + 2);
        } else {
          expression();
        }
      }
    }
  }

  private void variables() {
    if (in().peek().is("const") && in().peek(1).is("enum")) {
      in().next();
      script.classes().enumeration();
      return;
    }
    boolean fixed = in().next().is("const");
    script.variables().declarations(fixed);
    in().take(";");
  }

  /** What may stand after a value: {@code as const}, {@code satisfies Settings}. */
  void assertions() {
    while (in().take("as") || in().take("satisfies")) {
      in().type();
    }
  }

  /** A function with a name; elsewhere than at the top it is part of what is around. */
  void function() {
    int name = in().is("async") ? 2 : 1;
    name += in().peek(name).is("*") ? 1 : 0;
    if (!script.functions().begins()) {
      expression();
    } else if (in().peek(name).isName() && script.atTop()) {
      script.functions().method(in().peek(name).text(), List.of(), in().peek().pos());
    } else {
      script.expressions().sequence();
    }
  }

  private void declared() {
    if (in().peek(1).is("class")) {
      in().next();
      script.classes().declaration();
    } else if (in().peek(1).isName()) {
      in().next();
      if (!in().is("global") && !in().is("module") && !in().is("namespace")) {
        while (!in().ended() && !in().is(";") && !in().peek(1).fresh()) {
          in().next();
        }
        in().next();
      }
    } else {
      expression();
    }
  }

  private void typed(Token t) {
    Token name = in().peek(1);
    if (!(name.isName() || name.kind() == Kind.STRING) || name.fresh()) {
      if (t.is("global") && name.is("{")) {
        in().go(in().close(in().place() + 1) + 1);
      } else {
        expression();
      }
      return;
    }
    in().go(in().place() + 2);
    if (t.is("namespace") || t.is("module")) {
      return;
    }
    if (in().is("<")) {
      in().angles();
    }
    if (t.is("interface")) {
      while (!in().ended() && !in().is("{")) {
        in().next();
      }
      in().go(in().close(in().place()) + 1);
    } else if (in().take("=")) {
      in().type();
      in().take(";");
    }
  }

  private void returned() {
    Token t = in().next();
    boolean nothing = in().peek().fresh() || in().is(";") || in().is("}") || in().ended();
    body().returned(nothing ? null : script.expressions().sequence(), t.pos());
    in().take(";");
  }

  private void jump(Token t) {
    in().next();
    if (in().peek().isName() && !in().peek().fresh()) {
      in().next();
    }
    Jump.Kind kind = t.is("break") ? Jump.Kind.BREAK : Jump.Kind.CONTINUE;
    body().jumps.add(new Jump(kind, null, t.pos()));
    in().take(";");
  }
}
