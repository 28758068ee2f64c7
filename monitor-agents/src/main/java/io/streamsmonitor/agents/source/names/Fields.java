package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of fields: annotated, initialised, assigned, or given by a generated constructor. */
final class Fields {
  private final Names names;
  private final Generated generated;

  Fields(Names names) {
    this.names = names;
    this.generated = new Generated(names);
  }

  NameValue value(Home home, Field field, Scope from) {
    return names.once(new Place(home, field.name()), () -> found(home, field, from));
  }

  private record Place(Home home, String field) {}

  private NameValue found(Home home, Field field, Scope from) {
    Scope in = initialisers(home, from);
    NameValue noted = noted(field.notes(), in);
    if (noted != null) {
      return noted;
    }
    NameValue option = names.commandLine().value(field, in);
    if (option != null) {
      return option;
    }
    Optional<String> key = key(home, field);
    if (key.isPresent()) {
      return property(home, field, key.get(), in);
    }
    List<NameValue> values = new ArrayList<>();
    List<NameValue> assigned = assigned(home, field, in);
    if (!field.isFinal() && !in.tooFar()) {
      assigned.addAll(elsewhere(home, field, in));
    }
    Expr init = field.init();
    boolean blank =
        init == null
            || Variables.isNull(init)
            || (init instanceof Expr.Text t && t.value().isEmpty() && !assigned.isEmpty());
    if (!blank) {
      values.add(names.resolve(init, in));
    }
    values.addAll(assigned);
    values.addAll(generated.values(home, field, in, assigned.isEmpty() && blank));
    if (values.isEmpty()) {
      return new Unknown("nothing in the sources sets " + field.name());
    }
    List<NameValue> distinct = values.stream().distinct().toList();
    return distinct.size() == 2
        ? Values.given(distinct.get(0), distinct.get(1))
        : Values.any(distinct);
  }

  /** The place of the type's initialisers. */
  static Scope initialisers(Home home, Scope from) {
    MethodFacts fields = home.type().methods(MethodFacts.FIELDS).findFirst().orElse(from.method());
    return new Scope(
        home, fields, home.type().to(), java.util.Map.of(), from.hops(), from.depth() + 1);
  }

  /** What a {@code @Value} says; null without one that says something. */
  @Nullable NameValue noted(List<Note> notes, Scope scope) {
    for (Note note : notes) {
      boolean injected = note.name().equals("Value") || note.name().equals("ConfigProperty");
      Expr value = note.values().get(note.name().equals("Value") ? "value" : "name");
      if (!injected || value == null) {
        continue;
      }
      String text = names.variables().fixed(value, scope);
      CodeFile file = scope.home().file();
      return note.name().equals("Value")
          ? names.placeholders().text(file, text)
          : names.placeholders().key(file, text, note.text("defaultValue"));
    }
    return null;
  }

  private Optional<String> key(Home home, Field field) {
    return field.isStatic()
        ? Optional.empty()
        : prefix(home, 0).map(p -> (p.isEmpty() ? "" : p + ".") + Accessors.kebab(field.name()));
  }

  /** The configuration prefix that the type is bound to, itself or inside another. */
  private Optional<String> prefix(Home home, int depth) {
    List<Note> notes = new ArrayList<>(home.type().notes());
    notes.addAll(names.base().bound(home.type().name()));
    for (Note note : notes) {
      if (note.name().equals("ConfigurationProperties") || note.name().equals("ConfigMapping")) {
        String prefix = note.text("prefix");
        String value = prefix != null ? prefix : note.text("value");
        return Optional.of(value == null ? "" : value);
      }
    }
    if (depth > 3 || home.type().outer().isEmpty()) {
      return Optional.empty();
    }
    for (TypeFacts outer : home.file().types()) {
      Optional<Field> holder =
          outer.fields().stream().filter(f -> f.type().equals(home.type().name())).findFirst();
      if (outer.path().equals(home.type().outer()) && holder.isPresent()) {
        return prefix(new Home(home.file(), outer), depth + 1)
            .map(p -> p + "." + Accessors.kebab(holder.get().name()));
      }
    }
    return Optional.empty();
  }

  private NameValue property(Home home, Field field, String key, Scope in) {
    String fallback =
        field.init() == null ? null : names.resolve(field.init(), in).resolved().orElse(null);
    for (Note note : field.notes()) {
      fallback = note.name().equals("DefaultValue") ? note.text("value") : fallback;
    }
    return names.placeholders().key(home.file(), key, fallback);
  }

  /** What constructors, setters and other methods of the type assign to the field. */
  private List<NameValue> assigned(Home home, Field field, Scope in) {
    List<NameValue> out = new ArrayList<>();
    for (MethodFacts m : home.type().methods()) {
      if (!m.mentions(field.name())) {
        continue;
      }
      for (Assignment a : m.assignments()) {
        if (isField(a.target(), field.name(), m, a.pos(), home) && !Variables.isNull(a.value())) {
          Scope there = new Scope(home, m, a.pos(), java.util.Map.of(), in.hops(), in.depth() + 1);
          out.add(names.resolve(a.value(), there));
        }
      }
    }
    return out;
  }

  /** What code outside, or inside through another variable, assigns to the field. */
  private List<NameValue> elsewhere(Home home, Field field, Scope in) {
    List<NameValue> out = new ArrayList<>();
    for (CodeBase.Setting s : names.base().settings(field.name())) {
      if (!(s.assignment().target() instanceof Expr.Member target)
          || Variables.isNull(s.assignment().value())
          || (s.home().equals(home)
              && isField(target, field.name(), s.method(), s.assignment().pos(), home))) {
        continue;
      }
      Scope there =
          new Scope(
              s.home(),
              s.method(),
              s.assignment().pos(),
              java.util.Map.of(),
              in.hops() + 1,
              in.depth() + 1);
      Optional<Home> owner = names.types().home(target.owner(), there);
      boolean mine =
          owner.isPresent()
              && (names.base().isA(owner.get(), home) || names.base().isA(home, owner.get()));
      if (mine) {
        out.add(names.resolve(s.assignment().value(), there));
      } else if (owner.isEmpty()
          && !field.isPrivate()
          && names.types().of(target.owner(), there).isEmpty()) {
        out.add(new Unknown(field.name() + " may be set from elsewhere"));
      }
    }
    return out;
  }

  /** Whether the target means the field, not a local variable or parameter of its name. */
  static boolean isField(Expr target, String name, MethodFacts m, int pos, Home home) {
    if (target instanceof Expr.Member x
        && x.name().equals(name)
        && x.owner() instanceof Expr.Ref o) {
      return o.name().equals("this") || o.name().equals(home.type().name());
    }
    return target instanceof Expr.Ref r
        && r.name().equals(name)
        && m.paramIndex(name) < 0
        && Types.local(m, name, pos) == null;
  }
}
