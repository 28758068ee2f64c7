package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the environment, put as the calls that stand for them in every language: {@code
 * System.getenv(name)} and {@code System.getenv().getOrDefault(name, instead)}.
 */
final class Env {
  private static final Set<String> HOLDERS = Set.of("process", "Bun");
  private static final Set<String> CONVERSIONS =
      Set.of("Number", "parseInt", "parseFloat", "String", "Boolean", "trim", "toLowerCase");
  private static final Set<String> ASKING = Set.of("get", "getOrThrow");
  private static final Pattern ASKED = Pattern.compile("env|(?i:config_?service)");

  private final Set<String> aliases = new HashSet<>();

  /** A variable that is the environment itself. */
  void alias(String name) {
    aliases.add(name);
  }

  /** Whether the expression is {@code process.env} or a variable that holds it. */
  boolean holds(@Nullable Expr e) {
    if (e instanceof Expr.Ref r) {
      return aliases.contains(r.name());
    }
    if (e instanceof Expr.Member m && m.name().equals("env")) {
      return (m.owner() instanceof Expr.Ref r && HOLDERS.contains(r.name()))
          || (m.owner() instanceof Expr.Member meta && meta.name().equals("meta"));
    }
    return false;
  }

  static Expr.Call read(Expr name, int pos, int namePos) {
    return new Expr.Call(new Expr.Ref("System", pos), "getenv", List.of(name), pos, namePos);
  }

  static Expr.Call readOr(Expr name, Expr instead, int pos, int namePos) {
    Expr.Call all = new Expr.Call(new Expr.Ref("System", pos), "getenv", List.of(), pos, namePos);
    return new Expr.Call(all, "getOrDefault", List.of(name, instead), pos, namePos);
  }

  /** The read that the expression is, or only converts; null where it is none. */
  static Expr.@Nullable Call readIn(Expr e) {
    if (!(e instanceof Expr.Call c)) {
      return null;
    }
    if (c.name().equals("getenv") && c.args().size() == 1) {
      return c;
    }
    if (!CONVERSIONS.contains(c.name())) {
      return null;
    }
    Expr inner = c.args().isEmpty() ? c.target() : c.args().get(0);
    return inner == null ? null : readIn(inner);
  }

  /** The read, with what is taken where the variable is absent, in the place of the plain read. */
  static Expr.Call orElse(Expr.Call read, Expr instead, BodyFacts body) {
    body.calls.remove(read);
    boolean plain =
        instead instanceof Expr.Text
            || (instead instanceof Expr.Literal l && !l.value().equals("null"))
            || instead instanceof Expr.Ref
            || instead instanceof Expr.Member
            || readIn(instead) != null;
    Expr value = plain ? instead : new Expr.Text("", read.pos());
    Expr.Call both = readOr(read.args().get(0), value, read.pos(), read.namePos());
    body.calls.add(both);
    return both;
  }

  /** Nothing goes wrong where the variable is absent: it is only asked about. */
  static void optional(Expr e, BodyFacts body) {
    Expr.Call read = readIn(e);
    if (read != null && body.calls.contains(read)) {
      orElse(read, new Expr.Text("", read.pos()), body);
    }
  }

  /** The call of a library that reads a variable by its name; null where it is none. */
  static Expr.@Nullable Call asked(Expr.Call call) {
    Expr target = call.target();
    String on =
        target instanceof Expr.Ref r ? r.name() : target instanceof Expr.Member m ? m.name() : "";
    boolean asks = ASKING.contains(call.name()) && ASKED.matcher(on).matches();
    boolean variable = call.arg(0) instanceof Expr.Text t && t.value().matches("[A-Z][A-Z0-9_]+");
    return asks && variable && !call.args().isEmpty()
        ? read(call.args().get(0), call.pos(), call.namePos())
        : null;
  }
}
