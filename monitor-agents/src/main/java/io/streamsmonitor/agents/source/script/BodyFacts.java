package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodDraft;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.MethodFacts.Param;
import io.streamsmonitor.agents.source.code.Note;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of one function's body so far. */
final class BodyFacts extends MethodDraft {
  private static final int OPEN = Integer.MAX_VALUE;

  private final Deque<Integer> scopes = new ArrayDeque<>();
  private final String name;

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
    return facts(name, type, params, notes, from, to);
  }
}
