package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments that a program is started with: settings whose key is the option. */
final class CommandLine {
  private static final String UNNAMED = "command line";
  private static final Set<String> LISTS = Set.of("asList", "of", "stream", "toList", "copyOf");
  private static final Set<String> OPTIONS = Set.of("Option", "Parameter", "Parameters");

  private final Names names;

  CommandLine(Names names) {
    this.names = names;
  }

  /** An element of the list of arguments; null where the expression is no such list. */
  @Nullable NameValue value(Expr list, @Nullable Expr index, Scope scope) {
    return isArguments(list, scope)
        ? new NameValue.Setting(option(index, scope), null, null, null)
        : null;
  }

  /** What an option's annotation gives the field; null without one. */
  @Nullable NameValue value(Field field, Scope scope) {
    for (Note note : field.notes()) {
      Expr named = note.values().get("names");
      named = named == null ? note.values().get("name") : named;
      String key = OPTIONS.contains(note.name()) ? first(named) : "";
      if (key.startsWith("-") || (!key.isEmpty() && note.name().equals("Option"))) {
        String fallback = note.text("defaultValue");
        if (fallback == null && field.init() != null) {
          fallback = names.resolve(field.init(), scope).resolved().orElse(null);
        }
        return new NameValue.Setting(key, fallback, null, null);
      }
    }
    return null;
  }

  private static String first(@Nullable Expr e) {
    Expr one = e instanceof Expr.Items x && !x.elements().isEmpty() ? x.elements().get(0) : e;
    return one instanceof Expr.Text t ? t.value() : "";
  }

  /** The option that the index is the place of: {@code list.get(list.indexOf("--x") + 1)}. */
  private static String option(@Nullable Expr index, Scope scope) {
    Expr at = index instanceof Expr.Join j ? j.parts().get(0) : index;
    if (at instanceof Expr.Ref r) {
      Local local = Types.local(scope.method(), r.name(), scope.pos());
      at = local == null ? null : local.init();
      at = at instanceof Expr.Join j ? j.parts().get(0) : at;
    }
    return at instanceof Expr.Call c
            && c.name().equals("indexOf")
            && c.arg(0) instanceof Expr.Text t
        ? t.value()
        : UNNAMED;
  }

  private boolean isArguments(@Nullable Expr e, Scope scope) {
    if (e == null || scope.tooDeep()) {
      return false;
    }
    Scope in = scope.deeper();
    if (e instanceof Expr.Call c) {
      return LISTS.contains(c.name()) && c.args().size() == 1 && isArguments(c.arg(0), in);
    }
    if (e instanceof Expr.Make m) {
      return m.type().endsWith("List") && m.args().size() == 1 && isArguments(m.args().get(0), in);
    }
    return e instanceof Expr.Ref r && isNamed(r.name(), in);
  }

  private boolean isNamed(String name, Scope scope) {
    MethodFacts method = scope.method();
    Local local = Types.local(method, name, scope.pos());
    if (local != null) {
      return isArguments(local.init(), scope.at(local.pos())) || isAssigned(name, scope);
    }
    int param = method.paramIndex(name);
    if (param < 0) {
      Optional<Field> field = scope.home().type().field(name);
      return field.isPresent()
          && (isArguments(field.get().init(), scope)
              || scope.home().type().methods().stream()
                  .anyMatch(m -> isAssigned(name, Scope.of(scope.home(), m, Integer.MAX_VALUE))));
    }
    if (method.name().equals("main") && method.params().size() == 1) {
      return true;
    }
    List<Site> sites = scope.tooFar() ? List.of() : names.calls().sites(scope.home(), method);
    Scope.Bound bound = scope.bound().get(name);
    return bound != null
        ? isArguments(bound.expr(), bound.scope().deeper())
        : sites.stream().anyMatch(s -> isArguments(s.args().get(param), scope.out(s)));
  }

  private boolean isAssigned(String name, Scope scope) {
    return scope.method().assignments().stream()
        .anyMatch(
            a ->
                a.target() instanceof Expr.Ref r
                    && r.name().equals(name)
                    && !(a.value() instanceof Expr.Ref same && same.name().equals(name))
                    && isArguments(a.value(), scope.at(a.pos())));
  }
}
