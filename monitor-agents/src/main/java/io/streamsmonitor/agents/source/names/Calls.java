package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a call to the methods it may mean, and from a method to its calls. */
public final class Calls {
  private final Names names;
  private final KnownCalls known;
  private final Instances instances;
  private final Map<MethodFacts, List<Site>> sites = new HashMap<>();
  private final IdentityHashMap<Site, Optional<Home>> receivers = new IdentityHashMap<>();
  private int generation;

  Calls(Names names) {
    this.names = names;
    this.known = new KnownCalls(names);
    this.instances = new Instances(names);
  }

  /** A method and the type it stands in. */
  public record Target(Home home, MethodFacts method) {}

  NameValue value(Expr.Call call, Scope scope) {
    NameValue library = known.value(call, scope);
    if (library != null) {
      return library;
    }
    NameValue instance = instances.value(call, scope);
    if (instance != null) {
      return instance;
    }
    List<NameValue> values = returned(call, scope);
    NameValue inlined =
        values.isEmpty()
            ? property(call, scope)
            : values.size() == 2 ? Values.either(values) : Values.any(values);
    if (inlined != null && !(inlined instanceof Unknown)) {
      return inlined;
    }
    // A settings class of the project's own: what it does inside is unknown, what it is asked is
    // not.
    NameValue settings = known.settings(call, scope);
    if (settings != null) {
      return settings;
    }
    if (inlined != null) {
      return inlined;
    }
    boolean stored = call.target() != null && isRedis(names.types().of(call.target(), scope));
    return new Unknown(
        stored
            ? "data in Redis, read by " + call.name() + "()"
            : "result of " + call.name() + "()");
  }

  private static boolean isRedis(String type) {
    return type.contains("Jedis")
        || type.endsWith("Commands")
        || type.endsWith("RedisTemplate")
        || type.endsWith("Operations");
  }

  /** What the methods that the call may mean return; it ends with the first unknown. */
  private List<NameValue> returned(Expr.Call call, Scope scope) {
    List<NameValue> values = new ArrayList<>();
    for (Target t : targets(call, scope)) {
      Scope inside = inside(t, call, scope);
      for (Expr r : t.method().returns()) {
        if (!Variables.isNull(r)) {
          NameValue value = names.resolve(r, inside.at(r.pos()));
          values.add(value);
          if (value instanceof Unknown && !value.equals(Values.ITSELF)) {
            return values;
          }
        }
      }
    }
    return values;
  }

  /** The scope inside a method that is called with these arguments. */
  public Scope inside(Target target, Expr.Call call, Scope scope) {
    Map<String, Scope.Bound> args = new HashMap<>();
    List<MethodFacts.Param> params = target.method().params();
    int single = params.size() - (target.method().takesMany() ? 1 : 0);
    for (int i = 0; i < single; i++) {
      args.put(params.get(i).name(), new Scope.Bound(call.args().get(i), scope));
    }
    if (target.method().takesMany()) {
      List<Expr> rest = call.args().subList(single, call.args().size());
      args.put(params.get(single).name(), new Scope.Bound(new Expr.Items(rest, call.pos()), scope));
    }
    return scope.into(target.home(), target.method(), args);
  }

  /** A getter that Lombok or a record writes. */
  private @Nullable NameValue property(Expr.Call call, Scope scope) {
    if (!call.args().isEmpty() || call.target() == null) {
      return null;
    }
    Optional<Home> home = names.types().home(call.target(), scope);
    if (home.isEmpty()) {
      return null;
    }
    TypeFacts type = home.get().type();
    return type.field(Accessors.property(call.name()))
        .or(() -> type.field(call.name()))
        .map(f -> names.variables().fields().value(home.get(), f, scope))
        .orElse(null);
  }

  /** The methods in the sources that the call may mean, bodies only. */
  public List<Target> targets(Expr.Call call, Scope scope) {
    Optional<Home> home = names.types().home(call.target(), scope);
    if (home.isEmpty()) {
      return List.of();
    }
    List<Target> own = declared(names.base().lineage(home.get()), call);
    if (!own.isEmpty() && hasBody(own.get(0))) {
      return List.of(own.get(0));
    }
    List<Target> below = declared(names.base().heirs(home.get().type().name()), call);
    if (!below.isEmpty()) {
      return below;
    }
    return call.target() == null ? staticImport(call, scope) : List.of();
  }

  private static boolean hasBody(Target t) {
    return t.home().type().kind() != TypeFacts.Kind.INTERFACE || !t.method().returns().isEmpty();
  }

  private static List<Target> declared(List<Home> homes, Expr.Call call) {
    List<Target> out = new ArrayList<>();
    for (Home home : homes) {
      home.type()
          .methods(call.name())
          .filter(m -> m.takes(call.args().size()))
          .forEach(m -> out.add(new Target(home, m)));
    }
    return out;
  }

  private List<Target> staticImport(Expr.Call call, Scope scope) {
    for (String line : scope.home().file().imports()) {
      if (line.startsWith("static ") && (line.endsWith("." + call.name()) || line.endsWith(".*"))) {
        String owner = line.substring("static ".length(), line.lastIndexOf('.'));
        List<Target> found =
            names
                .base()
                .type(scope.home(), owner)
                .map(h -> declared(List.of(h), call))
                .orElse(List.of());
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** The places in the sources, tests apart, that call the method. */
  public List<Site> sites(Home home, MethodFacts method) {
    if (generation != names.base().generation()) {
      generation = names.base().generation();
      sites.clear();
    }
    List<Site> found = sites.get(method);
    if (found == null) {
      found = List.copyOf(find(home, method));
      sites.put(method, found);
    }
    return found;
  }

  private List<Site> find(Home home, MethodFacts method) {
    return method.name().equals(MethodFacts.CONSTRUCTOR)
        ? made(home, method)
        : called(home, method);
  }

  private List<Site> made(Home home, MethodFacts constructor) {
    List<Site> out = new ArrayList<>();
    int arity = constructor.params().size();
    for (Site site : names.base().makes(home.type().name())) {
      if (site.args().size() == arity && means(site.home(), home)) {
        out.add(site);
      }
    }
    for (Site site : names.base().delegations(home)) {
      boolean mine = site.home().equals(home) || means(site.home(), home);
      if (mine && site.args().size() == arity && !site.method().equals(constructor)) {
        out.add(site);
      }
    }
    return out;
  }

  /** Whether the type's simple name means the type there. */
  boolean means(Home there, Home type) {
    return names.base().type(there, type.type().name()).filter(type::equals).isPresent();
  }

  /** The type that the site calls on; asked once, for a name like {@code get} has many sites. */
  private Optional<Home> receiver(Site site) {
    Optional<Home> known = receivers.get(site);
    if (known == null) {
      known = names.types().home(site.target(), Scope.of(site.home(), site.method(), site.pos()));
      receivers.put(site, known);
    }
    return known;
  }

  private List<Site> called(Home home, MethodFacts method) {
    List<Site> out = new ArrayList<>();
    for (Site site : names.base().calls(method.name())) {
      if (site.args().size() != method.params().size()) {
        continue;
      }
      Optional<Home> target = receiver(site);
      boolean mine =
          target.isPresent()
              && (names.base().isA(target.get(), home) || names.base().isA(home, target.get()));
      if (mine) {
        out.add(site);
      }
    }
    return out;
  }
}
