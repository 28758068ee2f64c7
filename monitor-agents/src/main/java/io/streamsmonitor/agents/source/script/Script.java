package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.MethodFacts;
import java.util.List;
import java.util.function.Supplier;

/** One file while it is read: where the reading stands, and what it goes into. */
final class Script {
  private final Env env = new Env();
  private final Schemas schemas = new Schemas(env);
  private final Aliases aliases = new Aliases();
  private final Expressions expressions = new Expressions(this);
  private final Operands operands = new Operands(this);
  private final Functions functions = new Functions(this);
  private final Objects objects = new Objects(this);
  private final Classes classes = new Classes(this);
  private final Statements statements = new Statements(this);
  private final Compounds compounds = new Compounds(this);
  private final Variables variables = new Variables(this);
  private final Imports imports;
  private final TypeDraft module;
  private final BodyFacts top = new BodyFacts(MethodFacts.FIELDS);
  private Tokens tokens;
  private BodyFacts body = top;
  private TypeDraft type;
  private boolean loopHead;
  private boolean asking;

  Script(String path, Tokens tokens) {
    this.tokens = tokens;
    this.module = new TypeDraft(Modules.name(path), "");
    this.type = module;
    this.imports = new Imports(path, module);
  }

  Tokens tokens() {
    return tokens;
  }

  BodyFacts body() {
    return body;
  }

  /** The body of the statements that stand in no function. */
  BodyFacts top() {
    return top;
  }

  Schemas schemas() {
    return schemas;
  }

  Env env() {
    return env;
  }

  Aliases aliases() {
    return aliases;
  }

  Expressions expressions() {
    return expressions;
  }

  Operands operands() {
    return operands;
  }

  Functions functions() {
    return functions;
  }

  Objects objects() {
    return objects;
  }

  Classes classes() {
    return classes;
  }

  Statements statements() {
    return statements;
  }

  Compounds compounds() {
    return compounds;
  }

  Variables variables() {
    return variables;
  }

  Imports imports() {
    return imports;
  }

  /** The type that stands for the file. */
  TypeDraft module() {
    return module;
  }

  /** The type whose members are read. */
  TypeDraft type() {
    return type;
  }

  /** Whether statements here are the file's own, inside no function, class or block. */
  boolean atTop() {
    return body == top && type == module && body.atTop();
  }

  /** Reads other tokens, such as those in a template. */
  <T> T within(List<Token> others, Supplier<T> reading) {
    Tokens before = tokens;
    tokens = new Tokens(others);
    try {
      return reading.get();
    } finally {
      tokens = before;
    }
  }

  /** Reads into a body of its own. */
  void into(BodyFacts other, Runnable reading) {
    BodyFacts before = body;
    body = other;
    try {
      reading.run();
    } finally {
      body = before;
    }
  }

  /** Reads members of a type. */
  void into(TypeDraft other, Runnable reading) {
    TypeDraft before = type;
    type = other;
    try {
      reading.run();
    } finally {
      type = before;
    }
  }

  /** Whether what is read decides on a branch: what becomes of an absent value is known later. */
  boolean asking() {
    return asking;
  }

  void asking(boolean now) {
    asking = now;
  }

  boolean inLoopHead() {
    return loopHead;
  }

  void loopHead(boolean here) {
    loopHead = here;
  }
}
