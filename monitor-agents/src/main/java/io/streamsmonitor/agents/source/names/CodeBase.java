package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files read so far, by type, call and constructor; further files are read when a type of
 * theirs is asked for. Not thread-safe.
 */
public final class CodeBase {
  private final Function<String, List<CodeFile>> shelf;
  private final Set<String> asked = new HashSet<>();
  private final List<CodeFile> files = new ArrayList<>();
  private final Map<String, List<Home>> types = new HashMap<>();
  private final Map<String, List<Site>> calls = new HashMap<>();
  private final Map<String, List<Site>> makes = new HashMap<>();
  private final Map<String, List<Home>> heirs = new HashMap<>();
  private final Map<String, List<Setting>> assigned = new HashMap<>();
  private final Map<String, List<Note>> bound = new HashMap<>();
  private final Map<Place, Optional<Home>> meanings = new HashMap<>();
  private final Map<Home, List<Home>> lineages = new HashMap<>();
  private int generation;

  /** An assignment to {@code something.field}. */
  record Setting(Home home, MethodFacts method, MethodFacts.Assignment assignment) {}

  /** A name and the file it is read in. */
  private record Place(CodeFile file, String name) {}

  /**
   * @param shelf gives the files, not read yet, that declare a type of this simple name
   */
  public CodeBase(List<CodeFile> read, Function<String, List<CodeFile>> shelf) {
    this.shelf = shelf;
    read.forEach(this::add);
  }

  private void add(CodeFile file) {
    files.add(file);
    meanings.clear();
    lineages.clear();
    generation++;
    for (TypeFacts type : file.types()) {
      Home home = new Home(file, type);
      types.computeIfAbsent(type.name(), k -> new ArrayList<>()).add(home);
      type.supers().forEach(s -> heirs.computeIfAbsent(s, k -> new ArrayList<>()).add(home));
      if (!file.test()) {
        type.methods().forEach(m -> index(home, m));
      }
    }
  }

  private void index(Home home, MethodFacts method) {
    for (MethodFacts.Assignment a : method.assignments()) {
      if (a.target() instanceof Expr.Member x
          && !(x.owner() instanceof Expr.Ref r && r.name().equals("this"))) {
        assigned
            .computeIfAbsent(x.name(), k -> new ArrayList<>())
            .add(new Setting(home, method, a));
      }
    }
    method.notes().stream()
        .filter(n -> n.name().equals("ConfigurationProperties"))
        .forEach(n -> bound.computeIfAbsent(method.type(), k -> new ArrayList<>()).add(n));
    for (Expr.Call c : method.calls()) {
      String key = c.name().equals("this") || c.name().equals("super") ? "" : c.name();
      calls
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(new Site(home, method, key.isEmpty() ? c : c.target(), c.args(), c.namePos()));
    }
    for (Expr.Make m : method.makes()) {
      makes
          .computeIfAbsent(m.type(), k -> new ArrayList<>())
          .add(new Site(home, method, null, m.args(), m.pos()));
    }
    for (TypeFacts.Field f : home.type().fields()) {
      if (method.name().equals(MethodFacts.FIELDS)
          && home.type().kind() == TypeFacts.Kind.ENUM
          && f.init() instanceof Expr.Make m
          && f.type().equals(home.type().name())) {
        makes
            .computeIfAbsent(m.type(), k -> new ArrayList<>())
            .add(new Site(home, method, null, m.args(), m.pos()));
      }
    }
  }

  /** Grows with every file that is read: what was found out before may be incomplete. */
  int generation() {
    return generation;
  }

  /** The assignments to {@code something.field}, {@code this} apart, in code that is no test. */
  List<Setting> settings(String field) {
    return List.copyOf(assigned.getOrDefault(field, List.of()));
  }

  /** The notes of methods that bind what they return, a type of this name, to configuration. */
  List<Note> bound(String type) {
    return List.copyOf(bound.getOrDefault(type, List.of()));
  }

  /** The files read so far. */
  public List<CodeFile> files() {
    return List.copyOf(files);
  }

  /** The calls of methods of this name in code that is no test; constructor calls under "". */
  List<Site> calls(String name) {
    return List.copyOf(calls.getOrDefault(name, List.of()));
  }

  /** The places that make an object of a type of this simple name. */
  List<Site> makes(String type) {
    return List.copyOf(makes.getOrDefault(type, List.of()));
  }

  /** The types that extend or implement a type of this simple name. */
  public List<Home> heirs(String type) {
    return List.copyOf(heirs.getOrDefault(type, List.of()));
  }

  /** The type that a simple name, {@code Outer.Name} or a name with package means in a file. */
  public Optional<Home> type(Home from, String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    if (simple.isEmpty() || simple.endsWith("[]") || !Character.isUpperCase(simple.charAt(0))) {
      return Optional.empty();
    }
    if (asked.add(simple)) {
      shelf.apply(simple).forEach(this::add);
    }
    Place place = new Place(from.file(), name);
    Optional<Home> known = meanings.get(place);
    if (known == null) {
      known = meaning(from, name, types.getOrDefault(simple, List.of()));
      meanings.put(place, known);
    }
    return known;
  }

  private static Optional<Home> meaning(Home from, String name, List<Home> all) {
    CodeFile file = from.file();
    return nearest(file, all.stream().filter(h -> h.qualified().equals(name)))
        .or(() -> nearest(file, all.stream().filter(h -> h.file().equals(file))))
        .or(() -> nearest(file, all.stream().filter(h -> imported(file, h))))
        .or(() -> nearest(file, all.stream().filter(h -> samePackage(file, h))))
        .or(() -> nearest(file, all.stream().filter(h -> imports(file, h.file().pkg() + ".*"))));
  }

  /** Modules may declare one name each; a file means that of its own module. */
  private static Optional<Home> nearest(CodeFile file, Stream<Home> homes) {
    return homes.max(Comparator.comparingInt(h -> shared(file.path(), h.file().path())));
  }

  /** How many leading characters, up to a folder's end, two paths share. */
  private static int shared(String one, String other) {
    int folder = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      folder = one.charAt(i) == '/' ? i : folder;
    }
    return folder;
  }

  private static boolean imported(CodeFile file, Home type) {
    return imports(file, type.qualified())
        || imports(file, type.file().pkg() + "." + type.type().outer() + ".*");
  }

  private static boolean samePackage(CodeFile file, Home type) {
    return type.file().pkg().equals(file.pkg());
  }

  private static boolean imports(CodeFile file, String what) {
    return file.imports().contains(what);
  }

  /** The type, then what it extends and implements in the sources, then the types around it. */
  public List<Home> lineage(Home home) {
    List<Home> known = lineages.get(home);
    if (known == null) {
      known = findLineage(home);
      lineages.put(home, known);
    }
    return known;
  }

  private List<Home> findLineage(Home home) {
    Set<Home> out = new LinkedHashSet<>();
    lineage(home, out);
    String outer = home.type().outer();
    while (!outer.isEmpty()) {
      String path = outer;
      home.file().types().stream()
          .filter(t -> t.path().equals(path))
          .forEach(t -> lineage(new Home(home.file(), t), out));
      outer = outer.contains(".") ? outer.substring(0, outer.lastIndexOf('.')) : "";
    }
    return List.copyOf(out);
  }

  private void lineage(Home home, Set<Home> out) {
    if (out.add(home)) {
      home.type().supers().forEach(s -> type(home, s).ifPresent(h -> lineage(h, out)));
    }
  }

  /** Whether the first type is the second, or extends or implements it. */
  boolean isA(Home home, Home other) {
    return lineage(home).contains(other);
  }
}
