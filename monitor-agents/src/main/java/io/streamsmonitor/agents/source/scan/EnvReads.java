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
      Pattern.compile(
          "\\$\\{(?:env:)?([A-Z][A-Z0-9_]*)(?::-?([^}]*))?}"
              + "|systemEnvironment\\s*\\[\\s*'([A-Za-z0-9_]+)'");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");

  /** Annotations with placeholders in them: of Spring and of picocli. */
  private static final Set<String> HOLDERS = Set.of("Value", "Option", "Parameters");

  private static final Set<String> PROPERTY = Set.of("getProperty", "getRequiredProperty");
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
          .filter(f -> !f.test() && !f.mentioned(wrappers).isEmpty())
          .flatMap(CodeFile::methods)
          .filter(this::wraps)
          .map(MethodFacts::name)
          .toList()
          .forEach(wrappers::add);
    }
    List<EnvRead> out = new ArrayList<>();
    for (CodeFile file : files) {
      boolean holds = holdsEnvironment(file);
      Set<String> reads = file.mentioned(wrappers);
      if (file.mentions("env")) {
        reads.add("env");
      }
      for (TypeFacts type : file.types()) {
        Home home = new Home(file, type);
        for (MethodFacts m : type.methods()) {
          m.params().forEach(p -> notes(file, p.notes(), m.from(), out));
          if (holds || says(m, reads)) {
            method(home, m, out);
          }
        }
        type.fields().forEach(f -> notes(file, f.notes(), f.pos(), out));
      }
    }
    return out;
  }

  /** Whether the method hands on a variable whose name its caller says. */
  private boolean wraps(MethodFacts m) {
    return !m.params().isEmpty() && !m.name().equals(MethodFacts.CONSTRUCTOR) && says(m, wrappers);
  }

  private static boolean says(MethodFacts m, Set<String> words) {
    return m.mentionsAny(words) && m.words().stream().anyMatch(words::contains);
  }

  /** Whether the file holds the environment, or a library's view of it, in a field. */
  private static boolean holdsEnvironment(CodeFile file) {
    return file.imports("io.github.cdimascio.dotenv")
        || file.imports("org.springframework.core.env")
        || (file.mentions("getenv")
            && file.methods()
                .anyMatch(m -> m.name().equals(MethodFacts.FIELDS) && says(m, Set.of("getenv"))));
  }

  private void method(Home home, MethodFacts m, List<EnvRead> out) {
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
          || c.name().equals("get")
          || c.name().equals("containsKey")) {
        root(home, m, c, seen);
      }
      if (PROPERTY.contains(c.name())) {
        property(home, m, c, seen);
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
      oneOf(home, e, scope, seen);
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

  /** A variable of which code fixes that it is one of several. */
  private void oneOf(Home home, Expr e, Scope scope, Map<String, EnvRead> seen) {
    if (e instanceof Expr.Call c
        && c.name().equals("getenv")
        && names.resolve(c.arg(0), scope) instanceof NameValue.OneOf o) {
      o.options().stream()
          .flatMap(n -> n.resolved().stream())
          .forEach(n -> seen.putIfAbsent(n, read(home, n, null, c.namePos())));
    }
  }

  /** A key of Spring's environment that is written as variables are. */
  private void property(Home home, MethodFacts m, Expr.Call c, Map<String, EnvRead> seen) {
    Scope scope = Scope.of(home, m, c.namePos());
    boolean spring = names.types().of(c.target(), scope).endsWith("Environment");
    String key = spring ? names.resolve(c.arg(0), scope).resolved().orElse("") : "";
    if (VARIABLE.matcher(key).matches()) {
      String or = names.resolve(c.arg(c.args().size() - 1), scope).resolved().orElse(null);
      seen.putIfAbsent(key, read(home, key, c.args().size() > 1 ? or : null, c.namePos()));
    }
  }

  private static EnvRead read(
      Home home, String name, @org.jspecify.annotations.Nullable String fallback, int pos) {
    CodeFile file = home.file();
    return new EnvRead(file.service(), name, fallback, file.at(pos), file.test());
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
      for (String attribute : List.of("value", "defaultValue")) {
        String text = HOLDERS.contains(note.name()) ? note.text(attribute) : null;
        Matcher found = PLACEHOLDER.matcher(text == null ? "" : text);
        while (found.find()) {
          String name = found.group(1) == null ? found.group(3) : found.group(1);
          out.add(new EnvRead(file.service(), name, found.group(2), file.at(pos), file.test()));
        }
      }
      String key = note.name().equals("ConfigProperty") ? note.text("name") : null;
      if (key != null && VARIABLE.matcher(key).matches()) {
        String or = note.text("defaultValue");
        out.add(new EnvRead(file.service(), key, or, file.at(pos), file.test()));
      }
    }
  }
}
