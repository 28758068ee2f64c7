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
import java.util.function.Consumer;
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
  private final Index<Site> calls = new Index<>(CodeBase::callsIn);
  private final Index<Site> makes = new Index<>(CodeBase::makesIn);
  private final Index<Setting> assigned = new Index<>(CodeBase::settingsIn);
  private final Index<Note> bound = new Index<>(CodeBase::boundIn);
  private final Map<String, List<Home>> heirs = new HashMap<>();
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
    }
  }

  /** What the methods of a type hold under a name, in the order of the text. */
  private interface Finder<T> {
    void find(Home home, MethodFacts method, String name, Consumer<T> out);
  }

  /**
   * What stands under a name in the files read so far that are no tests, in their order. A method
   * is looked into only where somebody asks for a name that it mentions.
   */
  private final class Index<T> {
    private final Finder<T> finder;
    private final Map<String, List<T>> known = new HashMap<>();
    private final Map<String, Integer> looked = new HashMap<>();

    Index(Finder<T> finder) {
      this.finder = finder;
    }

    List<T> of(String name) {
      if (looked.getOrDefault(name, -1) == files.size()) {
        return known.getOrDefault(name, List.of());
      }
      List<T> before = known.getOrDefault(name, List.of());
      List<T> found = new ArrayList<>(before);
      for (int i = looked.getOrDefault(name, 0); i < files.size(); i++) {
        CodeFile file = files.get(i);
        if (!file.test() && file.mentions(name)) {
          for (TypeFacts type : file.types()) {
            Home home = new Home(file, type);
            type.methods().forEach(m -> finder.find(home, m, name, found::add));
          }
        }
      }
      looked.put(name, files.size());
      List<T> all = found.size() == before.size() ? before : List.copyOf(found);
      known.put(name, all);
      return all;
    }
  }

  private static void callsIn(Home home, MethodFacts m, String name, Consumer<Site> out) {
    if (m.mentions(name)) {
      for (Expr.Call c : m.calls()) {
        if (c.name().equals(name)) {
          out.accept(new Site(home, m, c.target(), c.args(), c.namePos()));
        }
      }
    }
  }

  private static void makesIn(Home home, MethodFacts m, String type, Consumer<Site> out) {
    if (m.mentions(type)) {
      for (Expr.Make made : m.makes()) {
        if (made.type().equals(type)) {
          out.accept(new Site(home, m, null, made.args(), made.pos()));
        }
      }
    }
    boolean constants =
        m.name().equals(MethodFacts.FIELDS)
            && home.type().kind() == TypeFacts.Kind.ENUM
            && home.type().name().equals(type);
    if (constants) {
      for (TypeFacts.Field f : home.type().fields()) {
        if (f.type().equals(type)
            && f.init() instanceof Expr.Make made
            && made.type().equals(type)) {
          out.accept(new Site(home, m, null, made.args(), made.pos()));
        }
      }
    }
  }

  private static void settingsIn(Home home, MethodFacts m, String field, Consumer<Setting> out) {
    if (m.mentions(field)) {
      for (MethodFacts.Assignment a : m.assignments()) {
        if (a.target() instanceof Expr.Member x
            && x.name().equals(field)
            && !(x.owner() instanceof Expr.Ref r && r.name().equals("this"))) {
          out.accept(new Setting(home, m, a));
        }
      }
    }
  }

  private static void boundIn(Home home, MethodFacts m, String type, Consumer<Note> out) {
    if (m.type().equals(type)) {
      m.notes().stream().filter(n -> n.name().equals("ConfigurationProperties")).forEach(out);
    }
  }

  /** Grows with every file that is read: what was found out before may be incomplete. */
  int generation() {
    return generation;
  }

  /** The assignments to {@code something.field}, {@code this} apart, in code that is no test. */
  List<Setting> settings(String field) {
    return assigned.of(field);
  }

  /** The notes of methods that bind what they return, a type of this name, to configuration. */
  List<Note> bound(String type) {
    return bound.of(type);
  }

  /** The files read so far. */
  public List<CodeFile> files() {
    return List.copyOf(files);
  }

  /** The calls of methods of this name in code that is no test. */
  List<Site> calls(String name) {
    return calls.of(name);
  }

  /**
   * The calls of the type's constructors by others of its own and by those of the types below it.
   */
  List<Site> delegations(Home home) {
    List<Site> out = new ArrayList<>();
    constructors(home, "this", out);
    heirs(home.type().name()).forEach(heir -> constructors(heir, "super", out));
    return List.copyOf(out);
  }

  private static void constructors(Home home, String call, List<Site> out) {
    if (!home.file().test()) {
      home.type().methods(MethodFacts.CONSTRUCTOR).forEach(m -> callsIn(home, m, call, out::add));
    }
  }

  /** The places that make an object of a type of this simple name. */
  List<Site> makes(String type) {
    return makes.of(type);
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
