package io.streamsmonitor.agents.source.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, enum or record.
 *
 * @param name simple
 * @param outer simple names of the types around it, outermost first, joined with dots; "" at the
 *     top
 * @param supers simple names of what it extends and implements
 */
public record TypeFacts(
    String name,
    String outer,
    Kind kind,
    List<String> supers,
    List<Note> notes,
    List<Field> fields,
    List<MethodFacts> methods,
    int from,
    int to) {

  /** What kind of type. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD
  }

  /**
   * A field, enum constant or record component.
   *
   * @param init its initialiser; for an enum constant a {@link Expr.Make} of the enum
   */
  public record Field(
      String name,
      String type,
      boolean isStatic,
      boolean isFinal,
      boolean isPrivate,
      @Nullable Expr init,
      List<Note> notes,
      int pos) {}

  public Optional<Field> field(String field) {
    return fields.stream().filter(f -> f.name().equals(field)).findFirst();
  }

  public Stream<MethodFacts> methods(String method) {
    return methods.stream().filter(m -> m.name().equals(method));
  }

  /** Whether an annotation of one of these simple names stands on it. */
  public boolean noted(String... names) {
    return notes.stream().anyMatch(n -> List.of(names).contains(n.name()));
  }

  /**
   * Another object is another type, whatever it holds; comparing what it holds would cost dearly.
   */
  @Override
  public boolean equals(@Nullable Object o) {
    return this == o;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** The name with the types around it. */
  public String path() {
    return outer.isEmpty() ? name : outer + "." + name;
  }
}
