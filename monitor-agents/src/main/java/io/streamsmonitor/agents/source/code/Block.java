package io.streamsmonitor.agents.source.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a method's body.
 *
 * @param types exception types of a catch, simple names
 * @param name variable of a catch, else ""
 * @param condition of a loop or branch, or null
 */
public record Block(
    Kind kind, int from, int to, List<String> types, String name, @Nullable Expr condition) {

  /** What kind of part. */
  public enum Kind {
    LOOP,
    THEN,
    ELSE,
    TRY,
    CATCH,
    FINALLY,
    LAMBDA
  }

  public Block {
    types = List.copyOf(types);
  }

  public boolean contains(int pos) {
    return from <= pos && pos <= to;
  }

  public boolean is(Kind wanted) {
    return kind == wanted;
  }
}
