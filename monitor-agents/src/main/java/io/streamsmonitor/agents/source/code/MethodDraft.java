package io.streamsmonitor.agents.source.code;

import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.MethodFacts.Name;
import io.streamsmonitor.agents.source.code.MethodFacts.Param;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was read of a method so far; readers of every language add to it and end in its facts. */
public class MethodDraft {
  public final List<Local> locals = new ArrayList<>();
  public final List<Assignment> assignments = new ArrayList<>();
  public final List<Expr.Call> calls = new ArrayList<>();
  public final List<Expr.Make> makes = new ArrayList<>();
  public final List<Expr.MethodRef> references = new ArrayList<>();
  public final List<Expr> returns = new ArrayList<>();
  public final List<Jump> jumps = new ArrayList<>();
  public final List<Name> names = new ArrayList<>();
  public final List<Block> blocks = new ArrayList<>();
  public final Set<String> words = new TreeSet<>();
  public final List<String> texts = new ArrayList<>();
  private int functions;

  /** A function or anonymous class inside begins (1) or ends (-1): it returns for itself. */
  public void inFunction(int change) {
    functions += change;
  }

  /** A return; the method's own unless a function is around it. */
  public void returned(@Nullable Expr value, int pos) {
    jumps.add(new Jump(Jump.Kind.RETURN, value, pos));
    if (value != null && functions == 0) {
      returns.add(value);
    }
  }

  /** Everything read, as what is kept of the method. */
  public MethodFacts facts(
      String name, String type, List<Param> params, List<Note> notes, int from, int to) {
    return new MethodFacts(
        name,
        type,
        List.copyOf(params),
        List.copyOf(notes),
        from,
        to,
        List.copyOf(blocks),
        new MethodFacts.Contents(
            List.copyOf(locals),
            List.copyOf(assignments),
            List.copyOf(calls),
            List.copyOf(makes),
            List.copyOf(references),
            List.copyOf(returns),
            List.copyOf(jumps),
            List.copyOf(names),
            Set.copyOf(words),
            List.copyOf(texts)));
  }
}
