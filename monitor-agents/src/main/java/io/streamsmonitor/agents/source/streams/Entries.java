package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.names.Calls;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.names.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The keys and values of a map, entry or array that an expression builds. */
final class Entries {
  private static final int DEEPEST = 6;
  private static final Set<String> PAIRS =
      Set.of("of", "singletonMap", "entry", "entries", "toMap");
  private static final Set<String> COPIES =
      Set.of("entries", "copyOf", "ofEntries", "unmodifiableMap", "asList", "build", "collect");

  private final Names names;

  Entries(Names names) {
    this.names = names;
  }

  /** A key and its value, and where they stand. */
  record Pair(Expr key, Expr value, Scope scope) {}

  /**
   * @param complete whether there can be no others
   */
  record Found(List<Pair> pairs, boolean complete) {}

  Found of(Expr e, Scope scope) {
    List<Pair> out = new ArrayList<>();
    boolean complete = read(e, scope, out::add, 0);
    return new Found(out, complete);
  }

  private boolean read(Expr e, Scope scope, Consumer<Pair> out, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    if (e instanceof Expr.Make m) {
      return make(m, scope, out, depth);
    }
    if (e instanceof Expr.Items x) {
      return x.elements().stream()
          .map(i -> read(i, scope, out, depth + 1))
          .reduce(true, (a, b) -> a && b);
    }
    if (e instanceof Expr.Call c) {
      return call(c, scope, out, depth);
    }
    return e instanceof Expr.Ref r && variable(r.name(), scope, out, depth);
  }

  private boolean make(Expr.Make m, Scope scope, Consumer<Pair> out, int depth) {
    if (m.type().endsWith("Entry") && m.args().size() == 2) {
      out.accept(new Pair(m.args().get(0), m.args().get(1), scope));
      return true;
    }
    for (Expr.Call c : scope.method().calls()) {
      boolean inBraces =
          c.target() == null && c.name().equals("put") && c.args().size() == 2 && m.pos() < c.pos();
      if (inBraces && c.pos() < scope.pos()) {
        out.accept(new Pair(c.args().get(0), c.args().get(1), scope));
      }
    }
    boolean copy = m.args().size() == 1 && !(m.args().get(0) instanceof Expr.Literal);
    return !copy || read(m.args().get(0), scope, out, depth + 1);
  }

  private boolean call(Expr.Call c, Scope scope, Consumer<Pair> out, int depth) {
    boolean onType =
        c.target() instanceof Expr.Ref
            || (c.target() == null
                && (c.name().equals("singletonMap") || c.name().equals("entry")));
    if (PAIRS.contains(c.name()) && onType && c.args().size() % 2 == 0) {
      for (int i = 0; i + 1 < c.args().size(); i += 2) {
        out.accept(new Pair(c.args().get(i), c.args().get(i + 1), scope));
      }
      return true;
    }
    if (COPIES.contains(c.name()) && c.target() instanceof Expr.Ref) {
      return c.args().stream()
          .map(a -> read(a, scope, out, depth + 1))
          .reduce(true, (a, b) -> a && b);
    }
    boolean put = c.args().size() == 2 && (c.name().equals("put") || c.name().equals("entry"));
    if (put && c.target() != null) {
      out.accept(new Pair(c.args().get(0), c.args().get(1), scope));
      return read(c.target(), scope, out, depth + 1);
    }
    if (c.name().equals("build") && c.target() != null) {
      return read(c.target(), scope, out, depth + 1);
    }
    boolean all = true;
    List<Calls.Target> targets = names.calls().targets(c, scope);
    for (Calls.Target t : targets) {
      Scope inside = names.calls().inside(t, c, scope);
      for (Expr r : t.method().returns()) {
        Scope there =
            new Scope(
                t.home(), t.method(), Integer.MAX_VALUE, inside.bound(), 0, scope.depth() + 1);
        all &= read(r, there, out, depth + 1);
      }
    }
    return all && !targets.isEmpty();
  }

  private boolean variable(String name, Scope scope, Consumer<Pair> out, int depth) {
    Local local = null;
    for (Local l : scope.method().locals()) {
      if (l.name().equals(name)
          && l.pos() <= scope.pos()
          && (scope.pos() <= l.to() || scope.pos() == Integer.MAX_VALUE)) {
        local = l;
      }
    }
    int from = local == null ? 0 : local.pos();
    puts(name, from, scope, out);
    if (local != null) {
      Expr init = local.init();
      boolean complete =
          init != null && (Names.isNothing(init) || read(init, scope, out, depth + 1));
      for (Assignment a : scope.method().assignments()) {
        if (a.target() instanceof Expr.Ref r
            && r.name().equals(name)
            && a.pos() > from
            && a.pos() < scope.pos()) {
          complete &= read(a.value(), scope, out, depth + 1);
        }
      }
      return complete;
    }
    int param = scope.method().paramIndex(name);
    if (param >= 0) {
      return param(name, param, scope, out, depth);
    }
    for (Home home : names.base().lineage(scope.home())) {
      if (home.type().field(name).isPresent()) {
        return field(home, home.type().field(name).get(), scope, out, depth);
      }
    }
    return false;
  }

  private boolean field(
      Home home, TypeFacts.Field field, Scope scope, Consumer<Pair> out, int depth) {
    Expr init = field.init();
    boolean set = init != null && !Names.isNothing(init);
    boolean complete = init != null && set && read(init, scope, out, depth + 1);
    for (MethodFacts m : home.type().methods()) {
      for (Assignment a : m.assignments()) {
        boolean mine =
            m.paramIndex(field.name()) < 0
                && ((a.target() instanceof Expr.Ref r && r.name().equals(field.name()))
                    || (a.target() instanceof Expr.Member x && x.name().equals(field.name())));
        if (mine && !Names.isNothing(a.value())) {
          boolean read = read(a.value(), Scope.of(home, m, a.pos()), out, depth + 1);
          complete = read && (complete || !set);
          set = true;
        }
      }
    }
    return complete;
  }

  private boolean param(String name, int index, Scope scope, Consumer<Pair> out, int depth) {
    Scope.Bound bound = scope.bound().get(name);
    if (bound != null) {
      return read(bound.expr(), bound.scope(), out, depth + 1);
    }
    boolean all = true;
    List<Site> sites = names.calls().sites(scope.home(), scope.method());
    for (Site site : sites) {
      Scope there = Scope.of(site.home(), site.method(), site.pos());
      all &= read(site.args().get(index), there, out, depth + 1);
    }
    return all && !sites.isEmpty();
  }

  private static void puts(String name, int from, Scope scope, Consumer<Pair> out) {
    for (Expr.Call c : scope.method().calls()) {
      boolean put = c.name().equals("put") || c.name().equals("putIfAbsent");
      if (put
          && c.args().size() == 2
          && c.target() instanceof Expr.Ref r
          && r.name().equals(name)
          && c.pos() > from
          && c.pos() < scope.pos()) {
        out.accept(new Pair(c.args().get(0), c.args().get(1), scope));
      }
    }
  }
}
