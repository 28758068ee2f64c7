package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Const;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.MethodFacts.Param;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of locals, parameters and constants. */
final class Variables {
  private final Names names;
  private final Fields fields;

  Variables(Names names) {
    this.names = names;
    this.fields = new Fields(names);
  }

  /** What a simple name stands for: local, parameter, field, static import. */
  NameValue named(String name, Scope scope) {
    Local local = Types.local(scope.method(), name, scope.pos());
    if (local != null) {
      return local(local, scope);
    }
    int param = scope.method().paramIndex(name);
    if (param >= 0) {
      return param(param, scope);
    }
    for (Home home : names.base().lineage(scope.home())) {
      Optional<TypeFacts.Field> field = home.type().field(name);
      if (field.isPresent()) {
        return fields.value(home, field.get(), scope);
      }
    }
    return imported(name, scope);
  }

  private NameValue imported(String name, Scope scope) {
    for (String line : scope.home().file().imports()) {
      if (!line.startsWith("static ") || !(line.endsWith("." + name) || line.endsWith(".*"))) {
        continue;
      }
      String owner = line.substring("static ".length(), line.lastIndexOf('.'));
      Optional<Home> home = names.base().type(scope.home(), owner);
      Optional<TypeFacts.Field> field = home.flatMap(h -> h.type().field(name));
      if (home.isPresent() && field.isPresent()) {
        return fields.value(home.get(), field.get(), scope);
      }
    }
    return new Unknown(name + " is declared outside the sources");
  }

  /** What {@code owner.name} stands for. */
  NameValue member(Expr.Member x, Scope scope) {
    Optional<Home> owner = names.types().home(x.owner(), scope).or(() -> onlyOwner(x, scope));
    if (owner.isEmpty()) {
      return new Unknown(x.name() + " is declared outside the sources");
    }
    for (Home home : names.base().lineage(owner.get())) {
      Optional<TypeFacts.Field> field = home.type().field(x.name());
      if (field.isPresent()) {
        return fields.value(home, field.get(), scope);
      }
    }
    return new Unknown(x.name() + " is declared outside the sources");
  }

  /** The one type of the file with such a field, where the type of the variable is not written. */
  private Optional<Home> onlyOwner(Expr.Member x, Scope scope) {
    List<TypeFacts> having =
        scope.home().file().types().stream().filter(t -> t.field(x.name()).isPresent()).toList();
    boolean untyped = x.owner() instanceof Expr.Ref && names.types().of(x.owner(), scope).isEmpty();
    return untyped && having.size() == 1
        ? Optional.of(new Home(scope.home().file(), having.get(0)))
        : Optional.empty();
  }

  Fields fields() {
    return fields;
  }

  private NameValue local(Local local, Scope scope) {
    List<NameValue> values = new ArrayList<>();
    if (local.init() != null && !isNull(local.init())) {
      values.add(names.resolve(local.init(), scope.at(local.pos())));
    }
    for (Assignment a : scope.method().assignments()) {
      boolean mine =
          a.target() instanceof Expr.Ref r
              && r.name().equals(local.name())
              && local.pos() < a.pos()
              && a.pos() <= local.to();
      if (!mine) {
        continue;
      }
      NameValue value = names.resolve(a.value(), scope.at(a.pos()));
      if (values.size() == 1 && insteadOfAbsent(scope.method(), a, local.name())) {
        values.set(0, Values.orElse(values.get(0), value));
      } else if (values.size() == 1) {
        values.set(0, Values.given(values.get(0), value));
      } else {
        values.add(value);
      }
    }
    return values.isEmpty() && local.init() == null
        ? new Unknown(local.name() + " is given by the caller of a lambda or loop")
        : Values.any(values);
  }

  /** {@code if (x == null) x = …}. */
  private static boolean insteadOfAbsent(MethodFacts method, Assignment a, String name) {
    return method
        .around(a.pos())
        .filter(b -> b.is(Block.Kind.THEN) && b.condition() != null)
        .anyMatch(b -> Conditions.tellsAbsence(method, b, name));
  }

  static boolean isNull(Expr e) {
    return Names.isNothing(e);
  }

  private NameValue param(int index, Scope scope) {
    MethodFacts method = scope.method();
    Param param = method.params().get(index);
    Scope.Bound bound = scope.bound().get(param.name());
    if (bound != null) {
      return names.resolve(bound.expr(), bound.scope().deeper());
    }
    NameValue noted = fields.noted(param.notes(), scope);
    if (noted != null) {
      return noted;
    }
    return names.once(new Slot(method, index), () -> given(index, param, scope));
  }

  private record Slot(MethodFacts method, int param) {}

  private NameValue given(int index, Param param, Scope scope) {
    MethodFacts method = scope.method();
    List<NameValue> values = new ArrayList<>();
    if (!scope.tooFar()) {
      for (Site site : names.calls().sites(scope.home(), method)) {
        if (isNull(site.args().get(index))) {
          continue;
        }
        NameValue value = names.resolve(site.args().get(index), scope.out(site));
        values.add(value);
        if (value instanceof Unknown && !value.equals(Values.ITSELF)) {
          return value;
        }
      }
    }
    for (Assignment a : method.assignments()) {
      if (a.target() instanceof Expr.Ref r && r.name().equals(param.name())) {
        values.add(new Unknown(param.name() + " is reassigned"));
      }
    }
    return values.isEmpty()
        ? new Unknown("parameter " + param.name() + " of " + method.name() + ", no caller seen")
        : Values.any(values);
  }

  /** A text that the code itself fixes, else "". */
  String fixed(Expr e, Scope scope) {
    return names.resolve(e, scope) instanceof Const c ? c.text() : "";
  }
}
