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
import java.util.Set;

/** Values of locals, parameters and constants. */
final class Variables {
  private static final Set<String> COLLECTIONS = Set.of("of", "asList", "copyOf", "singletonList");

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
    Optional<Home> owner = names.types().home(x.owner(), scope);
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
    List<NameValue> values = new ArrayList<>();
    if (!scope.tooFar()) {
      for (Site site : names.calls().sites(scope.home(), method)) {
        NameValue value = names.resolve(site.args().get(index), scope.out(site));
        values.add(value);
        if (value instanceof Unknown) {
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

  /** The elements of a collection that is written out where it is declared. */
  List<Expr> elements(Expr of, Scope scope) {
    if (of instanceof Expr.Items x) {
      return x.elements();
    }
    if (of instanceof Expr.Call x
        && COLLECTIONS.contains(x.name())
        && x.target() instanceof Expr.Ref) {
      return x.args().size() == 1 && !(x.args().get(0) instanceof Expr.Text)
          ? elements(x.args().get(0), scope)
          : x.args();
    }
    if (of instanceof Expr.Ref x && !scope.tooDeep()) {
      Local local = Types.local(scope.method(), x.name(), scope.pos());
      if (local != null) {
        return local.init() == null ? List.of() : elements(local.init(), scope.at(local.pos()));
      }
      return scope.home().type().field(x.name()).stream()
          .filter(f -> f.isFinal() && f.init() != null)
          .flatMap(
              f ->
                  f.init() == null
                      ? java.util.stream.Stream.empty()
                      : elements(f.init(), scope.deeper()).stream())
          .toList();
    }
    return List.of();
  }

  /** A text that the code itself fixes, else "". */
  String fixed(Expr e, Scope scope) {
    return names.resolve(e, scope) instanceof Const c ? c.text() : "";
  }
}
