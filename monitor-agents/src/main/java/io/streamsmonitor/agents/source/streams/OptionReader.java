package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import io.streamsmonitor.agents.source.names.Calls;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.names.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Follows an options object back to everything that is set on it. */
final class OptionReader {
  private static final int DEEPEST = 8;

  private final Names names;

  OptionReader(Names names) {
    this.names = names;
  }

  Options read(Expr options, Scope scope) {
    return read(options, scope, 0);
  }

  private Options read(Expr e, Scope scope, int depth) {
    if (depth > DEEPEST) {
      return Options.UNSEEN;
    }
    if (e instanceof Expr.Make m) {
      return arguments(m.type(), m.args(), scope, m.pos());
    }
    if (e instanceof Expr.Call c) {
      return call(c, scope, depth);
    }
    if (e instanceof Expr.Either x) {
      return Options.any(x.options().stream().map(o -> read(o, scope, depth + 1)).toList());
    }
    if (e instanceof Expr.Ref r) {
      return variable(r.name(), scope, depth);
    }
    if (e instanceof Expr.Member m) {
      return names
          .types()
          .home(m.owner(), scope)
          .map(h -> field(h, m.name(), scope, depth))
          .orElse(Options.UNSEEN);
    }
    return Options.UNSEEN;
  }

  private static Options arguments(String type, List<Expr> args, Scope scope, int pos) {
    return args.isEmpty()
        ? Options.NONE
        : Options.NONE.and(
            new Option("new " + type.toLowerCase(Locale.ROOT), args, scope, true, pos));
  }

  private Options call(Expr.Call c, Scope scope, int depth) {
    Expr target = c.target();
    boolean onType = target instanceof Expr.Ref r && Character.isUpperCase(r.name().charAt(0));
    boolean builder = target instanceof Expr.Member m && m.name().equals("Builder");
    if (target == null || (onType && names.types().home(target, scope).isPresent())) {
      List<Calls.Target> targets = names.calls().targets(c, scope);
      List<Options> ways = new ArrayList<>();
      for (Calls.Target t : targets) {
        Scope inside = names.calls().inside(t, c, scope);
        t.method().returns().forEach(r -> ways.add(read(r, at(inside, r.pos()), depth + 1)));
      }
      return Options.any(ways);
    }
    Option set = option(c, scope, true);
    return onType || builder ? Options.NONE.and(set) : read(target, scope, depth).and(set);
  }

  private static Option option(Expr.Call c, Scope scope, boolean must) {
    return new Option(c.name().toLowerCase(Locale.ROOT), c.args(), scope, must, c.namePos());
  }

  private Options variable(String name, Scope scope, int depth) {
    MethodFacts method = scope.method();
    Local local = declared(method, name, scope.pos());
    if (local != null) {
      List<Options> ways = new ArrayList<>();
      Expr init = local.init();
      if (init != null && !(init instanceof Expr.Literal)) {
        ways.add(read(init, at(scope, local.pos()), depth + 1));
      }
      for (Assignment a : method.assignments()) {
        if (a.target() instanceof Expr.Ref r
            && r.name().equals(name)
            && a.pos() > local.pos()
            && a.pos() < scope.pos()) {
          boolean grows = root(a.value()).equals(name);
          ways.add(grows ? Options.NONE : read(a.value(), at(scope, a.pos()), depth + 1));
        }
      }
      return (ways.isEmpty() ? Options.UNSEEN : Options.any(ways))
          .and(later(name, local.pos(), scope));
    }
    int param = method.paramIndex(name);
    if (param >= 0) {
      Scope.Bound bound = scope.bound().get(name);
      if (bound != null) {
        return read(bound.expr(), bound.scope(), depth + 1);
      }
      List<Options> ways = new ArrayList<>();
      for (Site site : names.calls().sites(scope.home(), method)) {
        ways.add(
            read(
                site.args().get(param),
                Scope.of(site.home(), site.method(), site.pos()),
                depth + 1));
      }
      return Options.any(ways).and(later(name, 0, scope));
    }
    for (Home home : names.base().lineage(scope.home())) {
      if (home.type().field(name).isPresent()) {
        return field(home, name, scope, depth);
      }
    }
    return Options.UNSEEN;
  }

  /** What statements between the declaration and the call set on the variable. */
  private static Options later(String name, int from, Scope scope) {
    List<Option> out = new ArrayList<>();
    for (Expr.Call c : scope.method().calls()) {
      if (c.namePos() > from
          && c.namePos() < scope.pos()
          && c.target() != null
          && root(c.target()).equals(name)) {
        out.add(option(c, scope, certain(scope.method(), c.namePos(), scope.pos())));
      }
    }
    return new Options(out, true);
  }

  /** Whether whoever reaches the use has passed the place. */
  private static boolean certain(MethodFacts method, int place, int use) {
    return method
        .around(place)
        .filter(b -> !b.is(Block.Kind.TRY) && !b.is(Block.Kind.FINALLY))
        .allMatch(b -> b.contains(use));
  }

  private Options field(Home home, String name, Scope scope, int depth) {
    Optional<Field> field = home.type().field(name);
    List<Options> ways = new ArrayList<>();
    Expr init = field.map(Field::init).orElse(null);
    if (init != null && !(init instanceof Expr.Literal)) {
      ways.add(read(init, Scope.of(home, scope.method(), home.type().to()), depth + 1));
    }
    for (MethodFacts m : home.type().methods()) {
      if (!m.mentions(name)) {
        continue;
      }
      for (Assignment a : m.assignments()) {
        boolean mine =
            a.target() instanceof Expr.Ref r
                ? r.name().equals(name)
                : a.target() instanceof Expr.Member x && x.name().equals(name);
        if (mine) {
          ways.add(read(a.value(), Scope.of(home, m, a.pos()), depth + 1));
        }
      }
    }
    return Options.any(ways);
  }

  private static Scope at(Scope scope, int pos) {
    return new Scope(
        scope.home(), scope.method(), pos, scope.bound(), scope.hops(), scope.depth() + 1);
  }

  private static @org.jspecify.annotations.Nullable Local declared(
      MethodFacts m, String name, int pos) {
    Local best = null;
    for (Local l : m.locals()) {
      if (l.name().equals(name) && l.pos() <= pos && (pos <= l.to() || pos == Integer.MAX_VALUE)) {
        best = l;
      }
    }
    return best;
  }

  /** The variable at the start of a chain of calls, or "". */
  static String root(Expr e) {
    Expr at = e;
    while (at instanceof Expr.Call c && c.target() != null) {
      at = c.target();
    }
    return at instanceof Expr.Ref r ? r.name() : "";
  }
}
