package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Site;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which types take part in what a method does: those it uses, and those that call it. */
public final class Reach {
  private static final int FORWARD = 3;
  private static final int BACK = 2;
  private static final Set<String> COMMON =
      Set.of(
          "Runnable",
          "Callable",
          "Thread",
          "Exception",
          "RuntimeException",
          "AutoCloseable",
          "Closeable",
          "Serializable",
          "Comparable",
          "Object",
          "Iterable",
          "Supplier",
          "Consumer",
          "Function",
          "Throwable",
          "Record",
          "Enum");

  private final Names names;
  private final List<StreamCall> calls;
  private final Map<Home, Set<Home>> neighbours = new HashMap<>();
  private final IdentityHashMap<StreamCall, Set<Home>> surroundings = new IdentityHashMap<>();
  private final IdentityHashMap<Pattern, Map<Home, Boolean>> said = new IdentityHashMap<>();

  Reach(Names names, List<StreamCall> calls) {
    this.names = names;
    this.calls = calls;
  }

  /** The types around the call, its own first. */
  public Set<Home> around(StreamCall call) {
    return surroundings.computeIfAbsent(call, this::findAround);
  }

  private Set<Home> findAround(StreamCall call) {
    Set<Home> out = new LinkedHashSet<>();
    forward(call.home(), FORWARD, out);
    back(call.home(), call.method(), BACK, out);
    return Collections.unmodifiableSet(out);
  }

  private void forward(Home home, int depth, Set<Home> out) {
    if (out.add(home) && depth > 0) {
      used(home).forEach(h -> forward(h, depth - 1, out));
    }
  }

  private void back(Home home, MethodFacts method, int depth, Set<Home> out) {
    for (Site site : names.calls().sites(home, method)) {
      boolean start = site.home().type().methods("main").findAny().isPresent();
      if (start) {
        out.add(site.home());
      } else {
        forward(site.home(), 1, out);
      }
      if (depth > 1 && !site.method().equals(method)) {
        back(site.home(), site.method(), depth - 1, out);
      }
    }
  }

  /** The types in the sources that the type names, and those that extend or implement them. */
  private Set<Home> used(Home home) {
    return neighbours.computeIfAbsent(home, this::findUsed);
  }

  private Set<Home> findUsed(Home home) {
    Set<Home> out = new LinkedHashSet<>();
    Stream<String> words =
        Stream.concat(
            home.type().fields().stream().map(f -> f.type()),
            home.type().methods().stream()
                .flatMap(
                    m ->
                        Stream.concat(
                            m.words().stream().sorted(), m.params().stream().map(p -> p.type()))));
    words
        .distinct()
        .filter(w -> !w.isEmpty() && Character.isUpperCase(w.charAt(0)) && !COMMON.contains(w))
        .forEach(
            w -> {
              names.base().type(home, w).ifPresent(out::add);
              out.addAll(names.base().heirs(w));
            });
    home.file().types().stream()
        .filter(t -> t.outer().equals(home.type().path()))
        .forEach(t -> out.add(new Home(home.file(), t)));
    out.removeIf(h -> h.file().test());
    return out;
  }

  /** Whether a call around the given one is like this. */
  public boolean anyCall(StreamCall from, Predicate<StreamCall> like) {
    Set<Home> around = around(from);
    return calls.stream().anyMatch(c -> around.contains(c.home()) && like.test(c));
  }

  /** Whether an identifier or text around the call is like this. */
  public boolean says(StreamCall from, Pattern like) {
    Map<Home, Boolean> known = said.computeIfAbsent(like, k -> new HashMap<>());
    return around(from).stream()
        .anyMatch(h -> known.computeIfAbsent(h, home -> says(List.of(home), like)));
  }

  /** Whether an identifier or text in one of the types is like this. */
  public static boolean says(Collection<Home> homes, Pattern like) {
    return homes.stream()
        .anyMatch(
            h ->
                like.matcher(h.type().name()).find()
                    || h.type().fields().stream().anyMatch(f -> like.matcher(f.name()).find())
                    || h.type().notes().stream().anyMatch(n -> like.matcher(n.name()).find())
                    || h.type().methods().stream().anyMatch(m -> says(m, like)));
  }

  /** Whether the method, one of its annotations or a text in it is like this. */
  public static boolean says(MethodFacts m, Pattern like) {
    return like.matcher(m.name()).find()
        || m.words().stream().anyMatch(w -> like.matcher(w).find())
        || m.params().stream()
            .anyMatch(p -> like.matcher(p.name()).find() || like.matcher(p.type()).find())
        || m.notes().stream().anyMatch(n -> like.matcher(n.name()).find())
        || m.texts().stream().anyMatch(t -> like.matcher(t).find());
  }
}
