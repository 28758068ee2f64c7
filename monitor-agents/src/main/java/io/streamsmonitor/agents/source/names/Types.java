package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The simple type name of an expression, as far as declarations in the sources tell it. */
public final class Types {
  /** What methods of client libraries return. */
  private static final Map<String, String> RETURNS =
      Map.ofEntries(
          Map.entry("opsForStream", "StreamOperations"),
          Map.entry("boundStreamOps", "BoundStreamOperations"),
          Map.entry("streamCommands", "RedisStreamCommands"),
          Map.entry("getResource", "Jedis"),
          Map.entry("pipelined", "Pipeline"),
          Map.entry("multi", "Transaction"),
          Map.entry("sync", "RedisCommands"),
          Map.entry("async", "RedisAsyncCommands"),
          Map.entry("reactive", "RedisReactiveCommands"),
          Map.entry("getStream", "RStream"),
          Map.entry("jedis", "RedisClient"),
          Map.entry("publisher", "StreamPublisher"));

  private static final Set<String> FACTORIES =
      Set.of(
          "create", "of", "from", "newInstance", "getInstance", "xAddParams", "xReadGroupParams");

  private final CodeBase base;
  private final IdentityHashMap<Expr.Call, String> calls = new IdentityHashMap<>();

  Types(CodeBase base) {
    this.base = base;
  }

  /** Simple name, or "" where it is not known. */
  public String of(@Nullable Expr e, Scope scope) {
    if (e == null) {
      return scope.home().type().name();
    }
    if (scope.tooDeep()) {
      return "";
    }
    Scope in = scope.deeper();
    if (e instanceof Expr.Text || e instanceof Expr.Join) {
      return "String";
    }
    if (e instanceof Expr.Make x) {
      return x.type();
    }
    if (e instanceof Expr.Ref x) {
      return named(x.name(), in);
    }
    if (e instanceof Expr.Member x) {
      return member(x, in);
    }
    return e instanceof Expr.Call x ? called(x, in) : "";
  }

  /** The type in the sources, where the expression has one. */
  public Optional<Home> home(@Nullable Expr e, Scope scope) {
    if (e == null) {
      return Optional.of(scope.home());
    }
    String full = e instanceof Expr.Member m ? dotted(m) : "";
    Optional<Home> written = full.isEmpty() ? Optional.empty() : base.type(scope.home(), full);
    return written.isPresent() ? written : base.type(scope.home(), of(e, scope));
  }

  /** A type's name with its package, as it may be written in code; "" for anything else. */
  private static String dotted(Expr.Member x) {
    StringBuilder out = new StringBuilder(x.name());
    Expr at = x.owner();
    while (at instanceof Expr.Member m && Character.isLowerCase(m.name().charAt(0))) {
      out.insert(0, m.name() + ".");
      at = m.owner();
    }
    boolean path = at instanceof Expr.Ref r && Character.isLowerCase(r.name().charAt(0));
    return path && x.owner() instanceof Expr.Member && at instanceof Expr.Ref r
        ? r.name() + "." + out
        : "";
  }

  private String named(String name, Scope scope) {
    if (name.equals("this")) {
      return scope.home().type().name();
    }
    Local local = local(scope.method(), name, scope.pos());
    if (local != null) {
      if (!isVar(local.type())) {
        return local.type();
      }
      return local.init() == null ? "" : of(local.init(), scope.at(local.pos()));
    }
    int param = scope.method().paramIndex(name);
    if (param >= 0) {
      return scope.method().params().get(param).type();
    }
    for (Home home : base.lineage(scope.home())) {
      Optional<TypeFacts.Field> field = home.type().field(name);
      if (field.isPresent()) {
        return field.get().type();
      }
    }
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) ? name : "";
  }

  private static boolean isVar(String type) {
    return type.equals("var") || type.isEmpty();
  }

  /** The local variable of this name that is visible at the place; the nearest one. */
  static @Nullable Local local(MethodFacts method, String name, int pos) {
    Local best = null;
    for (Local l : method.locals()) {
      boolean visible = l.pos() <= pos && (pos <= l.to() || pos == Integer.MAX_VALUE);
      if (visible && l.name().equals(name) && (best == null || l.pos() >= best.pos())) {
        best = l;
      }
    }
    return best;
  }

  private String member(Expr.Member x, Scope scope) {
    return home(x.owner(), scope)
        .flatMap(
            h ->
                base.lineage(h).stream()
                    .flatMap(t -> t.type().field(x.name()).stream())
                    .findFirst())
        .map(TypeFacts.Field::type)
        .orElse(Character.isUpperCase(x.name().charAt(0)) ? x.name() : "");
  }

  /** Asked once: a chain of calls asks for the type of each of its links again. */
  private String called(Expr.Call x, Scope scope) {
    String known = calls.get(x);
    if (known == null) {
      known = returned(x, scope);
      if (scope.isNear()) {
        calls.put(x, known);
      }
    }
    return known;
  }

  private String returned(Expr.Call x, Scope scope) {
    Optional<String> declared =
        home(x.target(), scope)
            .flatMap(
                h ->
                    base.lineage(h).stream()
                        .flatMap(t -> t.type().methods(x.name()))
                        .filter(m -> m.params().size() == x.args().size())
                        .findFirst())
            .map(MethodFacts::type);
    if (declared.isPresent()) {
      return declared.get();
    }
    String known = RETURNS.get(x.name());
    if (known != null) {
      return known;
    }
    String field = accessor(x, scope);
    if (!field.isEmpty()) {
      return field;
    }
    String target = x.target() == null ? "" : of(x.target(), scope);
    boolean onType = x.target() instanceof Expr.Ref r && r.name().equals(target);
    if (onType && FACTORIES.contains(x.name())) {
      return target;
    }
    return target.endsWith("Params") || target.endsWith("Args") || target.endsWith("Options")
        ? target
        : "";
  }

  private String accessor(Expr.Call x, Scope scope) {
    if (!x.args().isEmpty()) {
      return "";
    }
    String field = Accessors.property(x.name());
    return home(x.target(), scope)
        .flatMap(h -> h.type().field(field).or(() -> h.type().field(x.name())))
        .map(TypeFacts.Field::type)
        .orElse("");
  }
}
