package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import io.streamsmonitor.agents.source.names.Scope.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a collection or array holds, where the sources write all of it out. */
final class Elements {
  private static final Set<String> FACTORIES =
      Set.of("of", "asList", "copyOf", "singletonList", "singleton", "ofNullable");
  private static final Set<String> COPIES =
      Set.of("unmodifiableList", "unmodifiableSet", "unmodifiableCollection", "copyOf", "stream");
  private static final Set<String> SAME =
      Set.of(
          "stream",
          "parallelStream",
          "filter",
          "sorted",
          "distinct",
          "peek",
          "toList",
          "iterator",
          "limit",
          "skip",
          "collect");
  private static final Set<String> ADDING = Set.of("add", "addLast", "addFirst", "offer", "push");

  private final Names names;

  Elements(Names names) {
    this.names = names;
  }

  /** Empty where there are none, or may be others. */
  List<Bound> of(Expr collection, Scope scope) {
    List<Bound> out = new ArrayList<>();
    return read(collection, scope, out) ? out : List.of();
  }

  private boolean read(@Nullable Expr of, Scope scope, List<Bound> out) {
    if (of == null || scope.tooDeep()) {
      return false;
    }
    Scope in = scope.deeper();
    if (of instanceof Expr.Items x) {
      x.elements().forEach(e -> out.add(new Bound(e, in)));
      return true;
    }
    if (of instanceof Expr.Make m) {
      boolean collection = m.type().endsWith("List") || m.type().endsWith("Set");
      boolean empty = m.args().isEmpty() || m.args().get(0) instanceof Expr.Literal;
      return collection && (empty || read(m.args().get(0), in, out));
    }
    if (of instanceof Expr.Either x) {
      return x.options().stream().allMatch(o -> read(o, in, out));
    }
    if (of instanceof Expr.Call c) {
      return called(c, in, out);
    }
    if (of instanceof Expr.Member m) {
      Optional<Home> owner = names.types().home(m.owner(), in);
      return owner.isPresent() && field(owner.get(), m.name(), in, out);
    }
    return of instanceof Expr.Ref r && named(r.name(), in, out);
  }

  private boolean called(Expr.Call c, Scope scope, List<Bound> out) {
    boolean onType =
        c.target() instanceof Expr.Ref r
            && Character.isUpperCase(r.name().charAt(0))
            && names.types().home(r, scope).isEmpty();
    if (onType && COPIES.contains(c.name()) && c.args().size() == 1) {
      return read(c.args().get(0), scope, out);
    }
    if (onType && FACTORIES.contains(c.name())) {
      return written(c.args(), scope, out);
    }
    if (!onType && c.target() != null && SAME.contains(c.name())) {
      return read(c.target(), scope, out);
    }
    List<Calls.Target> targets = names.calls().targets(c, scope);
    for (Calls.Target t : targets) {
      Scope inside = names.calls().inside(t, c, scope);
      for (Expr r : t.method().returns()) {
        if (!read(r, inside.at(r.pos()), out)) {
          return false;
        }
      }
    }
    if (!targets.isEmpty()) {
      return true;
    }
    Optional<Home> home = names.types().home(c.target(), scope);
    return c.args().isEmpty()
        && home.isPresent()
        && field(home.get(), Accessors.property(c.name()), scope, out);
  }

  /** A single argument may be the elements' array, or the one element. */
  private boolean written(List<Expr> args, Scope scope, List<Bound> out) {
    List<Bound> array = new ArrayList<>();
    boolean many = args.size() == 1 && read(args.get(0), scope, array) && out.addAll(array);
    if (!many) {
      args.forEach(e -> out.add(new Bound(e, scope)));
    }
    return true;
  }

  private boolean named(String name, Scope scope, List<Bound> out) {
    MethodFacts method = scope.method();
    Local local = Types.local(method, name, scope.pos());
    if (local != null) {
      return (local.init() == null
              || Variables.isNull(local.init())
              || read(local.init(), scope.at(local.pos()), out))
          && added(name, local.pos(), local.to(), scope, out);
    }
    int param = method.paramIndex(name);
    if (param >= 0) {
      return param(name, param, scope, out);
    }
    for (Home home : names.base().lineage(scope.home())) {
      if (home.type().field(name).isPresent()) {
        return field(home, name, scope, out);
      }
    }
    return false;
  }

  private boolean param(String name, int index, Scope scope, List<Bound> out) {
    Bound bound = scope.bound().get(name);
    if (bound != null) {
      return read(bound.expr(), bound.scope().deeper(), out);
    }
    List<Site> sites =
        scope.tooFar() ? List.of() : names.calls().sites(scope.home(), scope.method());
    return !sites.isEmpty()
        && sites.stream().allMatch(s -> read(s.args().get(index), scope.out(s), out));
  }

  private boolean field(Home home, String name, Scope from, List<Bound> out) {
    Field field = home.type().field(name).orElse(null);
    if (field == null || !field.notes().isEmpty()) {
      return false;
    }
    boolean set = field.init() != null && !Variables.isNull(field.init());
    if (set && !read(field.init(), Fields.initialisers(home, from), out)) {
      return false;
    }
    for (MethodFacts m : home.type().methods()) {
      if (!m.mentions(name)) {
        continue;
      }
      Scope there = new Scope(home, m, Integer.MAX_VALUE, Map.of(), from.hops(), from.depth() + 1);
      for (Assignment a : m.assignments()) {
        if (Fields.isField(a.target(), name, m, a.pos(), home) && !Variables.isNull(a.value())) {
          set = true;
          if (!read(a.value(), there.at(a.pos()), out)) {
            return false;
          }
        }
      }
      boolean hidden = m.paramIndex(name) >= 0;
      if (!hidden && !added(name, 0, Integer.MAX_VALUE, there, out)) {
        return false;
      }
    }
    return set;
  }

  /** What is added to the variable in a part of the method, or put in its place. */
  private boolean added(String name, int from, int to, Scope scope, List<Bound> out) {
    for (Expr.Call c : scope.method().calls()) {
      boolean mine = isVariable(c.target(), name) && from <= c.pos() && c.pos() <= to;
      if (mine && ADDING.contains(c.name()) && !c.args().isEmpty()) {
        out.add(new Bound(c.args().get(c.args().size() - 1), scope.at(c.pos())));
      } else if (mine
          && c.name().equals("addAll")
          && !read(c.arg(c.args().size() - 1), scope.at(c.pos()), out)) {
        return false;
      }
    }
    for (Assignment a : scope.method().assignments()) {
      boolean mine =
          a.target() instanceof Expr.Ref r
              && r.name().equals(name)
              && from < a.pos()
              && a.pos() <= to;
      if (mine && from > 0 && !read(a.value(), scope.at(a.pos()), out)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVariable(@Nullable Expr e, String name) {
    return (e instanceof Expr.Ref r && r.name().equals(name))
        || (e instanceof Expr.Member m
            && m.name().equals(name)
            && m.owner() instanceof Expr.Ref o
            && o.name().equals("this"));
  }
}
