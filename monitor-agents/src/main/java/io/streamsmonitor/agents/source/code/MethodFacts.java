package io.streamsmonitor.agents.source.code;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor, or ({@link #FIELDS}) the initialisers of a type. What stands in lambdas
 * and anonymous classes belongs to the method around them.
 *
 * @param type it returns, simple name; "" where it returns nothing
 * @param body what stands in it
 */
public record MethodFacts(
    String name,
    String type,
    List<Param> params,
    List<Note> notes,
    int from,
    int to,
    List<Block> blocks,
    MethodBody body) {

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

  /** What stands in a method. */
  public interface MethodBody {
    /** Taken apart the first time that somebody asks. */
    Contents contents();

    /** Whether an identifier, type or text may stand in it; a no is certain. */
    boolean mentions(String word);

    /** Whether one like this may; a no is certain. */
    boolean mentionsLike(Predicate<String> like);
  }

  /**
   * The parts of a method's body, each in the order of the text.
   *
   * @param words every identifier in it
   * @param texts every string literal in it
   */
  public record Contents(
      List<Local> locals,
      List<Assignment> assignments,
      List<Expr.Call> calls,
      List<Expr.Make> makes,
      List<Expr.MethodRef> references,
      List<Expr> returns,
      List<Jump> jumps,
      List<Name> names,
      Set<String> words,
      List<String> texts)
      implements MethodBody {
    @Override
    public Contents contents() {
      return this;
    }

    /** Names and types stand in every part; to look for them costs what it would save. */
    @Override
    public boolean mentions(String word) {
      return true;
    }

    @Override
    public boolean mentionsLike(Predicate<String> like) {
      return words.stream().anyMatch(like) || texts.stream().anyMatch(like);
    }
  }

  public List<Local> locals() {
    return body.contents().locals();
  }

  public List<Assignment> assignments() {
    return body.contents().assignments();
  }

  public List<Expr.Call> calls() {
    return body.contents().calls();
  }

  public List<Expr.Make> makes() {
    return body.contents().makes();
  }

  public List<Expr.MethodRef> references() {
    return body.contents().references();
  }

  public List<Expr> returns() {
    return body.contents().returns();
  }

  public List<Jump> jumps() {
    return body.contents().jumps();
  }

  public List<Name> names() {
    return body.contents().names();
  }

  public Set<String> words() {
    return body.contents().words();
  }

  public List<String> texts() {
    return body.contents().texts();
  }

  /** Whether an identifier, type or text may stand in it; a no is certain. */
  public boolean mentions(String word) {
    return body.mentions(word);
  }

  /** Whether a word or text like this stands in it. */
  public boolean mentionsLike(Predicate<String> like) {
    return body.mentionsLike(like);
  }

  /** Whether one of them may. */
  public boolean mentionsAny(Collection<String> any) {
    return any.stream().anyMatch(body::mentions);
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
    return calls().stream().filter(c -> block.contains(c.namePos()));
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
