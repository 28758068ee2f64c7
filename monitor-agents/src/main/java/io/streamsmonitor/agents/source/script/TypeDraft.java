package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class, object or file while its members are read. */
final class TypeDraft {
  final List<String> supers = new ArrayList<>();
  final List<MethodFacts> methods = new ArrayList<>();
  private final List<TypeFacts.Field> fields = new ArrayList<>();
  private final String name;
  private final String outer;

  TypeDraft(String name, String outer) {
    this.name = name;
    this.outer = outer;
  }

  String name() {
    return name;
  }

  /** A constant of a file or object. */
  void constant(String field, String type, @Nullable Expr init, int pos) {
    field(field, type, true, true, init, pos);
  }

  void field(
      String field, String type, boolean isStatic, boolean isFinal, @Nullable Expr init, int pos) {
    fields.removeIf(f -> f.name().equals(field));
    fields.add(new TypeFacts.Field(field, type, isStatic, isFinal, true, init, List.of(), pos));
  }

  List<TypeFacts.Field> fields() {
    return fields;
  }

  TypeFacts facts(int from, int to) {
    return new TypeFacts(
        name,
        outer,
        TypeFacts.Kind.CLASS,
        List.copyOf(supers),
        List.of(),
        List.copyOf(fields),
        List.copyOf(methods),
        from,
        to);
  }
}
