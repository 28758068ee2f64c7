package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads classes and enums. */
final class Classes {
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "private",
          "protected",
          "readonly",
          "static",
          "abstract",
          "override",
          "declare",
          "async",
          "get",
          "set",
          "accessor");

  /** Decorators of methods that a timer calls. */
  private static final Set<String> TIMERS = Set.of("Interval", "Cron", "Scheduled");

  private final Script script;
  private final List<TypeFacts> read = new ArrayList<>();

  Classes(Script script) {
    this.script = script;
  }

  private Tokens in() {
    return script.tokens();
  }

  void add(TypeFacts type) {
    read.add(type);
  }

  /** Every type read so far. */
  List<TypeFacts> all() {
    return read;
  }

  /** The constants of an object under another name as well. */
  void alias(String constant, String other) {
    String file = script.module().name();
    read.stream()
        .filter(t -> t.name().equals(file + "$" + constant))
        .findFirst()
        .ifPresent(
            t -> {
              TypeDraft copy = new TypeDraft(file + "$" + other, file);
              t.fields().forEach(f -> copy.constant(f.name(), f.type(), f.init(), f.pos()));
              read.add(copy.facts(t.from(), t.to()));
            });
  }

  /** A class that is a value. */
  Expr anonymous() {
    int pos = in().peek().pos();
    declaration();
    return new Expr.Opaque("a class", pos);
  }

  /** A class, from its keyword on. */
  void declaration() {
    int pos = in().next().pos();
    boolean named = in().peek().isName() && !in().is("extends") && !in().is("implements");
    String name = named ? in().next().text() : "Anonymous";
    TypeDraft draft = new TypeDraft(name, script.module().name());
    if (in().is("<")) {
      in().angles();
    }
    heritage(draft);
    if (!in().is("{")) {
      return;
    }
    int close = in().close(in().place());
    int begin = in().place();
    in().next();
    BodyFacts initialisers = new BodyFacts(MethodFacts.FIELDS);
    script.into(
        draft,
        () ->
            script.into(
                initialisers,
                () -> {
                  while (in().place() < close && !in().ended()) {
                    int before = in().place();
                    member();
                    if (in().place() == before) {
                      in().next();
                    }
                  }
                }));
    in().go(close + 1);
    int to = in().lastPos();
    initialisers.words.add(script.module().name());
    initialisers.say(in().between(begin, begin + 1));
    draft.methods.add(initialisers.facts("", List.of(), List.of(), pos, to));
    add(draft.facts(pos, to));
  }

  private void heritage(TypeDraft draft) {
    while (in().take("extends") || in().take("implements")) {
      do {
        if (in().peek().isName()) {
          String type = in().next().text();
          while (in().take(".") && in().peek().isName()) {
            type = in().next().text();
          }
          draft.supers.add(type);
        }
        if (in().is("<")) {
          in().angles();
        } else if (in().is("(")) {
          script.operands().arguments();
        }
      } while (in().take(","));
    }
  }

  private void member() {
    List<Note> notes = decorators();
    boolean isStatic = false;
    boolean fixed = false;
    while (MODIFIERS.contains(in().peek().text()) && isName(in().peek(1))) {
      Token modifier = in().next();
      isStatic |= modifier.is("static");
      fixed |= modifier.is("readonly");
    }
    if (in().is("static") && in().peek(1).is("{")) {
      in().next();
      script.statements().block();
      return;
    }
    in().take("*");
    Token t = in().peek();
    if (t.is("[")) {
      in().go(in().close(in().place()) + 1);
    } else if (isName(t)) {
      in().next();
    } else {
      return;
    }
    String name = t.text().startsWith("#") ? t.text().substring(1) : t.text();
    if (in().is("(") || in().is("<")) {
      boolean constructor = name.equals("constructor");
      script.functions().method(constructor ? MethodFacts.CONSTRUCTOR : name, notes, t.pos());
    } else {
      field(t, name, isStatic, fixed, notes);
    }
    in().take(";");
  }

  private void field(Token t, String name, boolean isStatic, boolean fixed, List<Note> notes) {
    if (!in().take("?")) {
      in().take("!");
    }
    String type = in().take(":") ? in().type() : "";
    if (!in().take("=")) {
      script.type().field(name, type, isStatic, fixed, null, t.pos());
    } else if (script.functions().begins()) {
      script.functions().method(name, notes, t.pos());
    } else {
      Expr init = script.expressions().one();
      String made = type.isEmpty() ? Variables.made(init) : type;
      script.type().field(name, made, isStatic, fixed, init, t.pos());
    }
  }

  private static boolean isName(Token t) {
    return t.isName()
        || t.kind() == Kind.STRING
        || t.kind() == Kind.NUMBER
        || t.is("[")
        || t.is("*");
  }

  List<Note> decorators() {
    List<Note> notes = new ArrayList<>();
    while (in().take("@")) {
      String name = in().next().text();
      while (in().take(".")) {
        name = in().next().text();
      }
      if (in().is("(")) {
        script.operands().arguments();
      }
      notes.add(new Note(TIMERS.contains(name) ? "Scheduled" : name, Map.of()));
    }
    return notes;
  }

  /** An enum, from its keyword on. */
  void enumeration() {
    int pos = in().next().pos();
    String name = in().next().text();
    TypeDraft draft = new TypeDraft(name, script.module().name());
    int close = in().close(in().place());
    in().next();
    while (in().place() < close && !in().ended()) {
      Token t = in().next();
      if (isName(t)) {
        Expr value =
            in().take("=") ? script.expressions().one() : new Expr.Opaque("a number", t.pos());
        draft.constant(t.text(), "", value, t.pos());
      }
      in().take(",");
    }
    in().go(close + 1);
    add(draft.facts(pos, in().lastPos()));
  }
}
