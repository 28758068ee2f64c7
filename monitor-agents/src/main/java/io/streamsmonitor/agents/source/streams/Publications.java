package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.names.Site;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is handed to the envelope's publishers, followed back to where each publisher is made. */
final class Publications {
  private static final int DEEPEST = 8;
  private static final Set<String> PUBLISH = Set.of("publish", "publishAll");
  private static final Set<String> SETTERS = Set.of("maxLen", "unbounded", "type");
  private static final String PACKAGE = "io.streamsmonitor.envelope.";

  private final Names names;
  private final Entries entries;
  private @Nullable Map<Made, Set<String>> fields;

  Publications(Names names, Entries entries) {
    this.names = names;
    this.entries = entries;
  }

  /** The place that makes a publisher. */
  private record Made(String path, int namePos) {}

  /** Names of the payload's fields, as far as code fixes them. */
  Set<String> fields(CodeFile file, Expr.Call publisher) {
    Map<Made, Set<String>> known = fields;
    if (known == null) {
      known = read();
      fields = known;
    }
    return known.getOrDefault(new Made(file.path(), publisher.namePos()), Set.of());
  }

  private Map<Made, Set<String>> read() {
    Map<Made, Set<String>> out = new HashMap<>();
    for (CodeFile file : names.base().files()) {
      if (file.test() || !file.imports(PACKAGE)) {
        continue;
      }
      for (TypeFacts type : file.types()) {
        Home home = new Home(file, type);
        type.methods().forEach(m -> method(home, m, out));
      }
    }
    return out;
  }

  private void method(Home home, MethodFacts method, Map<Made, Set<String>> out) {
    for (Expr.Call call : method.calls()) {
      Expr payload = call.arg(0);
      if (!PUBLISH.contains(call.name()) || call.target() == null || payload == null) {
        continue;
      }
      Scope scope = Scope.of(home, method, call.namePos());
      Set<String> said = payload(payload, scope);
      if (!said.isEmpty()) {
        origins(
            call.target(),
            scope,
            m -> out.computeIfAbsent(m, k -> new LinkedHashSet<>()).addAll(said),
            0);
      }
    }
  }

  private Set<String> payload(Expr payload, Scope scope) {
    Set<String> out = new LinkedHashSet<>();
    entries
        .of(payload, scope)
        .pairs()
        .forEach(p -> names.resolve(p.key(), p.scope()).resolved().ifPresent(out::add));
    if (out.isEmpty()) {
      names
          .types()
          .home(payload, scope)
          .filter(h -> !h.equals(scope.home()))
          .ifPresent(
              h ->
                  names.base().lineage(h).stream()
                      .filter(t -> !encloses(t.type(), h.type()))
                      .forEach(t -> members(t.type(), out)));
    }
    return out;
  }

  private static boolean encloses(TypeFacts outer, TypeFacts type) {
    return (type.outer() + ".").startsWith(outer.path() + ".");
  }

  /** The properties that Jackson writes of an object of the type. */
  private static void members(TypeFacts type, Set<String> out) {
    for (TypeFacts.Field field : type.fields()) {
      boolean ignored = field.notes().stream().anyMatch(n -> n.name().equals("JsonIgnore"));
      if (!field.isStatic() && !ignored) {
        out.add(
            field.notes().stream()
                .filter(n -> n.name().equals("JsonProperty"))
                .map(Publications::value)
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse(field.name()));
      }
    }
  }

  private static String value(Note note) {
    String text = note.text("value");
    return text == null ? "" : text;
  }

  private void origins(Expr e, Scope scope, Consumer<Made> out, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (e instanceof Expr.Call c) {
      if (c.name().equals("publisher")) {
        out.accept(new Made(scope.home().file().path(), c.namePos()));
      } else if (SETTERS.contains(c.name()) && c.target() != null) {
        origins(c.target(), scope, out, depth + 1);
      }
    } else if (e instanceof Expr.Ref r) {
      variable(r.name(), scope, out, depth + 1);
    } else if (e instanceof Expr.Member m && m.owner() instanceof Expr.Ref r) {
      if (r.name().equals("this")) {
        field(m.name(), scope.home(), out, depth + 1);
      }
    }
  }

  private void variable(String name, Scope scope, Consumer<Made> out, int depth) {
    MethodFacts method = scope.method();
    Local local = null;
    for (Local l : method.locals()) {
      if (l.name().equals(name) && l.pos() <= scope.pos() && scope.pos() <= l.to()) {
        local = l;
      }
    }
    int param = method.paramIndex(name);
    if (local != null) {
      if (local.init() != null) {
        origins(local.init(), scope, out, depth);
      }
      assigned(name, scope.home(), method, out, depth);
    } else if (param >= 0) {
      for (Site site : names.calls().sites(scope.home(), method)) {
        Scope there = Scope.of(site.home(), site.method(), site.pos());
        origins(site.args().get(param), there, out, depth);
      }
    } else {
      field(name, scope.home(), out, depth);
    }
  }

  private void field(String name, Home from, Consumer<Made> out, int depth) {
    for (Home home : names.base().lineage(from)) {
      TypeFacts.Field field = home.type().field(name).orElse(null);
      if (field == null) {
        continue;
      }
      if (field.init() != null) {
        MethodFacts init = home.type().methods(MethodFacts.FIELDS).findFirst().orElse(null);
        if (init != null) {
          origins(field.init(), Scope.of(home, init, field.pos()), out, depth);
        }
      }
      home.type().methods().stream()
          .filter(m -> m.mentions(name))
          .forEach(m -> assigned(name, home, m, out, depth));
      return;
    }
  }

  private void assigned(String name, Home home, MethodFacts m, Consumer<Made> out, int depth) {
    for (Assignment a : m.assignments()) {
      boolean mine =
          a.target() instanceof Expr.Ref r
              ? r.name().equals(name)
              : a.target() instanceof Expr.Member x && x.name().equals(name);
      if (mine) {
        origins(a.value(), Scope.of(home, m, a.pos()), out, depth);
      }
    }
  }
}
