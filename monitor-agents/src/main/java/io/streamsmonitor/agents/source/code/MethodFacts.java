package io.streamsmonitor.agents.source.code;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor, or ({@link #FIELDS}) the initialisers of a type. What stands in lambdas
 * and anonymous classes belongs to the method around them.
 *
 * @param type it returns, simple name; "" where it returns nothing
 * @param words every identifier in it
 * @param texts every string literal in it
 */
public record MethodFacts(
    String name,
    String type,
    List<Param> params,
    List<Note> notes,
    int from,
    int to,
    List<Local> locals,
    List<Assignment> assignments,
    List<Expr.Call> calls,
    List<Expr.Make> makes,
    List<Expr.MethodRef> references,
    List<Expr> returns,
    List<Jump> jumps,
    List<Name> names,
    List<Block> blocks,
    Set<String> words,
    List<String> texts) {

  /** Name of the pseudo method that holds field initialisers and initialiser blocks. */
  public static final String FIELDS = "<fields>";

  /** Name of every constructor. */
  public static final String CONSTRUCTOR = "<init>";

  /** A parameter; the type of one that takes many arguments ends in {@link #MANY}. */
  public record Param(String name, String type, List<Note> notes) {
    /** Three dots. */
    public static final String MANY = "...";
  }

  /** A local variable, visible from {@code pos} to {@code to}. */
  public record Local(String name, String type, @Nullable Expr init, int pos, int to) {}

  /** {@code target = value}. */
  public record Assignment(Expr target, Expr value, int pos) {}

  /** Use of a simple name. */
  public record Name(String name, int pos) {}

  /** A statement that leaves its place. */
  public record Jump(Kind kind, @Nullable Expr value, int pos) {
    /** How it leaves. */
    public enum Kind {
      RETURN,
      BREAK,
      CONTINUE,
      THROW,
      YIELD
    }
  }

  /** Blocks around a place, outermost first. */
  public Stream<Block> around(int pos) {
    return blocks.stream().filter(b -> b.contains(pos));
  }

  /** Whether a block of the kind is around the place. */
  public boolean within(Block.Kind kind, int pos) {
    return around(pos).anyMatch(b -> b.is(kind));
  }

  /** The calls inside a block. */
  public Stream<Expr.Call> callsIn(Block block) {
    return calls.stream().filter(c -> block.contains(c.namePos()));
  }

  /** Another object is another method, whatever it holds; comparing that would cost dearly. */
  @Override
  public boolean equals(@Nullable Object o) {
    return this == o;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Whether its last parameter takes any number of arguments. */
  public boolean takesMany() {
    return !params.isEmpty() && params.get(params.size() - 1).type().endsWith(Param.MANY);
  }

  /** Whether it can be called with so many arguments. */
  public boolean takes(int arguments) {
    return takesMany() ? arguments >= params.size() - 1 : arguments == params.size();
  }

  /** The index of the parameter, or -1. */
  public int paramIndex(String param) {
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).name().equals(param)) {
        return i;
      }
    }
    return -1;
  }
}
