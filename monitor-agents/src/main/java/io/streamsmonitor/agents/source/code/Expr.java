package io.streamsmonitor.agents.source.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression, reduced to what says where a value comes from. */
public sealed interface Expr {

  /** Where it begins, see {@link Position}. */
  int pos();

  /** A string literal or text block. */
  record Text(String value, int pos) implements Expr {}

  /** A number, a boolean, a character or {@code null}, as written. */
  record Literal(String value, int pos) implements Expr {}

  /** A simple name. */
  record Ref(String name, int pos) implements Expr {}

  /** {@code owner.name}; the owner may be a type, {@code this} or a value. */
  record Member(Expr owner, String name, int pos) implements Expr {}

  /** A call; without target on the enclosing type. */
  record Call(@Nullable Expr target, String name, List<Expr> args, int pos, int namePos)
      implements Expr {
    public Call {
      args = List.copyOf(args);
    }

    /** The n-th argument, or null. */
    public @Nullable Expr arg(int n) {
      return n < args.size() ? args.get(n) : null;
    }
  }

  /** {@code new Type(args)}; the type without package and type arguments. */
  record Make(String type, List<Expr> args, int pos) implements Expr {
    public Make {
      args = List.copyOf(args);
    }
  }

  /** Strings joined with {@code +}. */
  record Join(List<Expr> parts, int pos) implements Expr {
    public Join {
      parts = List.copyOf(parts);
    }
  }

  /** One of several: a conditional expression, a switch, an element of a collection. */
  record Either(List<Expr> options, int pos) implements Expr {
    public Either {
      options = List.copyOf(options);
    }
  }

  /** The elements of an array. */
  record Items(List<Expr> elements, int pos) implements Expr {
    public Items {
      elements = List.copyOf(elements);
    }
  }

  /** Any element of what is iterated over. */
  record Each(Expr of, int pos) implements Expr {}

  /** {@code target::name}. */
  record MethodRef(Expr target, String name, int pos) implements Expr {}

  /** Anything else, with what it is. */
  record Opaque(String what, int pos) implements Expr {}
}
