package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.EnvRead;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every environment variable that code reads, also through constants and wrapper methods. */
final class EnvReads {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
  private static final Set<String> WITH_FALLBACK =
      Set.of(
          "orElse",
          "requireNonNullElse",
          "getOrDefault",
          "defaultIfBlank",
          "defaultIfEmpty",
          "firstNonNull");

  private final Names names;
  private final Set<String> wrappers = new HashSet<>(Set.of("getenv"));

  EnvReads(Names names) {
    this.names = names;
  }

  List<EnvRead> read(List<CodeFile> files) {
    for (int round = 0; round < 2; round++) {
      files.stream()
          .filter(f -> !f.test())
          .flatMap(CodeFile::methods)
          .filter(this::wraps)
          .map(MethodFacts::name)
          .toList()
          .forEach(wrappers::add);
    }
    List<EnvRead> out = new ArrayList<>();
    for (CodeFile file : files) {
      for (TypeFacts type : file.types()) {
        Home home = new Home(file, type);
        type.methods().forEach(m -> method(home, m, out));
        type.fields().forEach(f -> notes(file, f.notes(), f.pos(), out));
      }
    }
    return out;
  }

  /** Whether the method hands on a variable whose name its caller says. */
  private boolean wraps(MethodFacts m) {
    return !m.params().isEmpty()
        && !m.name().equals(MethodFacts.CONSTRUCTOR)
        && m.words().stream().anyMatch(wrappers::contains);
  }

  private void method(Home home, MethodFacts m, List<EnvRead> out) {
    m.params().forEach(p -> notes(home.file(), p.notes(), m.from(), out));
    if (m.words().stream().noneMatch(wrappers::contains) && !m.words().contains("env")) {
      return;
    }
    Map<String, EnvRead> seen = new LinkedHashMap<>();
    m.locals().forEach(l -> root(home, m, l.init(), seen));
    m.assignments().forEach(a -> root(home, m, a.value(), seen));
    m.returns().forEach(r -> root(home, m, r, seen));
    if (m.name().equals(MethodFacts.FIELDS)) {
      home.type().fields().forEach(f -> root(home, m, f.init(), seen));
    }
    for (Expr.Call c : m.calls()) {
      if (wrappers.contains(c.name())
          || WITH_FALLBACK.contains(c.name())
          || c.name().equals("get")) {
        root(home, m, c, seen);
      }
      c.args().stream().filter(a -> a instanceof Expr.Either).forEach(a -> root(home, m, a, seen));
    }
    out.addAll(seen.values());
  }

  private void root(
      Home home,
      MethodFacts m,
      @org.jspecify.annotations.Nullable Expr e,
      Map<String, EnvRead> seen) {
    if (e == null || e instanceof Expr.Text || asksCaller(e, m)) {
      return;
    }
    Scope scope = Scope.of(home, m, Math.max(e.pos(), e instanceof Expr.Call c ? c.namePos() : 0));
    NameValue value = names.resolve(e, scope);
    if (!(value instanceof NameValue.Env env)) {
      return;
    }
    EnvRead before = seen.get(env.name());
    if (before == null || (before.fallback() == null && env.fallback() != null)) {
      int pos = e instanceof Expr.Call c ? c.namePos() : e.pos();
      seen.put(
          env.name(),
          new EnvRead(
              home.file().service(),
              env.name(),
              env.fallback(),
              before == null ? home.file().at(pos) : before.at(),
              home.file().test()));
    }
  }

  /** Whether a parameter decides which variable is read: then the callers are the readers. */
  private static boolean asksCaller(Expr e, MethodFacts m) {
    if (e instanceof Expr.Call c) {
      return c.args().stream().anyMatch(a -> asksCaller(a, m))
          || (c.target() != null && asksCaller(c.target(), m));
    }
    if (e instanceof Expr.Either x) {
      return x.options().stream().anyMatch(o -> asksCaller(o, m));
    }
    if (e instanceof Expr.Ref r) {
      if (m.paramIndex(r.name()) >= 0) {
        return true;
      }
      return m.locals().stream()
          .anyMatch(
              l ->
                  l.name().equals(r.name()) && l.init() instanceof Expr.Call c && asksCaller(c, m));
    }
    return false;
  }

  private static void notes(CodeFile file, List<Note> notes, int pos, List<EnvRead> out) {
    for (Note note : notes) {
      String text = note.name().equals("Value") ? note.text("value") : null;
      Matcher found = PLACEHOLDER.matcher(text == null ? "" : text);
      while (found.find()) {
        out.add(
            new EnvRead(file.service(), found.group(1), found.group(2), file.at(pos), file.test()));
      }
    }
  }
}
