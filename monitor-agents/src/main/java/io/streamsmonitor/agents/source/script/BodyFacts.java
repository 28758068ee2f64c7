package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.MethodFacts.Name;
import io.streamsmonitor.agents.source.code.MethodFacts.Param;
import io.streamsmonitor.agents.source.code.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was read of one function's body so far. */
final class BodyFacts {
  private static final int OPEN = Integer.MAX_VALUE;

  final List<Assignment> assignments = new ArrayList<>();
  final List<Expr.Call> calls = new ArrayList<>();
  final List<Expr.Make> makes = new ArrayList<>();
  final List<Expr> returns = new ArrayList<>();
  final List<Jump> jumps = new ArrayList<>();
  final List<Name> names = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();
  final Set<String> words = new TreeSet<>();
  private final List<Local> locals = new ArrayList<>();
  private final List<Expr.MethodRef> references = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Deque<Integer> scopes = new ArrayDeque<>();
  private final String name;
  private int functions;

  BodyFacts(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void open() {
    scopes.push(locals.size());
  }

  /** Ends the variables declared since the scope was opened. */
  void close(int pos) {
    for (int i = scopes.pop(); i < locals.size(); i++) {
      Local l = locals.get(i);
      if (l.to() == OPEN) {
        locals.set(i, new Local(l.name(), l.type(), l.init(), l.pos(), pos));
      }
    }
  }

  boolean atTop() {
    return scopes.isEmpty();
  }

  void local(String variable, String type, @Nullable Expr init, int pos) {
    locals.add(new Local(variable, type, init, pos, OPEN));
  }

  void inFunction(int change) {
    functions += change;
  }

  void returned(@Nullable Expr value, int pos) {
    jumps.add(new Jump(Jump.Kind.RETURN, value, pos));
    if (value != null && functions == 0) {
      returns.add(value);
    }
  }

  void block(Block.Kind kind, int from, int to, @Nullable Expr condition) {
    blocks.add(new Block(kind, from, to, List.of(), "", condition));
  }

  void reference(Expr.MethodRef reference) {
    references.add(reference);
  }

  /** Takes in the words and texts of the tokens. */
  void say(List<Token> tokens) {
    for (Token t : tokens) {
      switch (t.kind()) {
        case NAME -> words.add(t.text());
        case STRING -> texts.add(t.text());
        case TEMPLATE -> {
          t.texts().stream().filter(s -> !s.isEmpty()).forEach(texts::add);
          t.holes().forEach(this::say);
        }
        default -> {}
      }
    }
  }

  MethodFacts facts(String type, List<Param> params, List<Note> notes, int from, int to) {
    calls.sort(Comparator.comparingInt(Expr.Call::namePos));
    blocks.sort(Comparator.comparingInt(Block::from));
    return new MethodFacts(
        name,
        type,
        List.copyOf(params),
        List.copyOf(notes),
        from,
        to,
        List.copyOf(locals),
        List.copyOf(assignments),
        List.copyOf(calls),
        List.copyOf(makes),
        List.copyOf(references),
        List.copyOf(returns),
        List.copyOf(jumps),
        List.copyOf(names),
        List.copyOf(blocks),
        Set.copyOf(words),
        List.copyOf(texts));
  }
}
