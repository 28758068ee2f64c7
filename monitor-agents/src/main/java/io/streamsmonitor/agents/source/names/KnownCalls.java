package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls into the JDK and into configuration libraries whose meaning is known. */
final class KnownCalls {
  private static final Set<String> SAME =
      Set.of(
          "trim",
          "strip",
          "intern",
          "toString",
          "getBytes",
          "requireNonNull",
          "valueOf",
          "encode",
          "ofNullable",
          "get",
          "copyOf",
          "wrap",
          "asReadOnlyBuffer",
          "orElseThrow");
  private static final Set<String> ELSE =
      Set.of(
          "orElse",
          "orElseGet",
          "requireNonNullElse",
          "defaultIfBlank",
          "defaultIfEmpty",
          "defaultString",
          "firstNonNull",
          "firstNonBlank");
  private static final Set<String> READ =
      Set.of(
          "getProperty",
          "getRequiredProperty",
          "getString",
          "get",
          "text",
          "string",
          "value",
          "require",
          "required",
          "getOrDefault",
          "getValue",
          "getOptionalValue",
          "getOptionValue",
          "property",
          "setting");
  private static final Pattern SETTINGS =
      Pattern.compile(
          "(?i).*(command_?line|settings?|config(uration)?|propert(y|ies)|props|environment|conf)$");
  private static final Pattern HOLE =
      Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

  private final Names names;
  private final Environment environment;

  KnownCalls(Names names) {
    this.names = names;
    this.environment = new Environment(names);
  }

  /** The call's value; null where the call is none of these. */
  @Nullable NameValue value(Expr.Call call, Scope scope) {
    NameValue variable = environment.value(call, scope);
    if (variable != null) {
      return variable;
    }
    Expr target = call.target();
    if (call.name().equals("getProperty")
        && target instanceof Expr.Ref r
        && r.name().equals("System")) {
      return key(call, scope);
    }
    Expr carried = Carriers.stream(call);
    if (carried != null) {
      return names.resolve(carried, scope);
    }
    if (call.name().equals("get") && target != null && call.args().size() == 1) {
      NameValue element = names.each(target, call.arg(0), scope);
      if (!(element instanceof Unknown) && isList(target, scope)) {
        return element;
      }
    }
    if (call.name().equals("getStream") && isRedisson(target, scope)) {
      return names.resolve(call.arg(0), scope);
    }
    List<Expr> built = appended(call);
    if (!built.isEmpty()) {
      return Values.join(names.all(built, scope));
    }
    if (ELSE.contains(call.name())) {
      Expr first = call.args().size() == 2 ? call.arg(0) : target;
      Expr second = call.arg(call.args().size() - 1);
      return second instanceof Expr.Opaque
          ? new Unknown("computed where absent")
          : Values.orElse(names.resolve(first, scope), names.resolve(second, scope));
    }
    if (call.name().equals("join")
        && target instanceof Expr.Ref r
        && r.name().equals("String")
        && call.args().size() > 1) {
      return joined(call, scope);
    }
    if (call.name().equals("concat") && target != null && call.args().size() == 1) {
      return Values.join(List.of(names.resolve(target, scope), names.resolve(call.arg(0), scope)));
    }
    if (call.name().equals("formatted") && target != null) {
      return format(target, call.args(), scope);
    }
    if (call.name().equals("format")
        && target instanceof Expr.Ref r
        && r.name().equals("String")
        && !call.args().isEmpty()) {
      return format(call.args().get(0), call.args().subList(1, call.args().size()), scope);
    }
    return same(call, scope);
  }

  /** {@code String.join(separator, a, b)}, the parts written out or handed on by a caller. */
  private NameValue joined(Expr.Call call, Scope scope) {
    NameValue separator = names.resolve(call.arg(0), scope);
    Expr first = call.args().get(1);
    Scope.Bound bound = first instanceof Expr.Ref r ? scope.bound().get(r.name()) : null;
    List<NameValue> parts =
        call.args().size() == 2 && bound != null && bound.expr() instanceof Expr.Items items
            ? names.all(items.elements(), bound.scope().deeper())
            : names.all(call.args().subList(1, call.args().size()), scope);
    List<NameValue> all = new ArrayList<>();
    for (NameValue part : parts) {
      if (!all.isEmpty()) {
        all.add(separator);
      }
      all.add(part);
    }
    return all.isEmpty() ? new Unknown("nothing is joined") : Values.join(all);
  }

  private boolean isList(Expr target, Scope scope) {
    String type = names.types().of(target, scope);
    return type.endsWith("List") || target instanceof Expr.Call;
  }

  /** A stream object of Redisson stands for the name that it was got with. */
  private boolean isRedisson(@Nullable Expr target, Scope scope) {
    return target != null && names.types().of(target, scope).startsWith("Redisson");
  }

  /** What {@code new StringBuilder(a).append(b)} puts together; empty where the call is no such. */
  private static List<Expr> appended(Expr.Call call) {
    ArrayDeque<Expr> parts = new ArrayDeque<>();
    Expr at = call.name().equals("toString") ? call.target() : call;
    while (at instanceof Expr.Call c && c.name().equals("append") && c.args().size() == 1) {
      parts.addFirst(c.args().get(0));
      at = c.target();
    }
    boolean builder =
        at instanceof Expr.Make m
            && (m.type().equals("StringBuilder") || m.type().equals("StringBuffer"));
    if (!builder || parts.isEmpty()) {
      return List.of();
    }
    if (at instanceof Expr.Make m
        && m.args().size() == 1
        && !(m.args().get(0) instanceof Expr.Literal)) {
      parts.addFirst(m.args().get(0));
    }
    return List.copyOf(parts);
  }

  /** Methods that give back what they are given. */
  private @Nullable NameValue same(Expr.Call call, Scope scope) {
    if (!SAME.contains(call.name())) {
      return null;
    }
    Expr target = call.target();
    boolean onType = target instanceof Expr.Ref r && isType(r, scope);
    if (onType && !call.args().isEmpty() && names.types().home(target, scope).isEmpty()) {
      return names.resolve(call.arg(0), scope);
    }
    boolean plain = target != null && !onType && names.types().home(target, scope).isEmpty();
    return plain
            && (call.args().isEmpty() || call.name().equals("getBytes"))
            && !call.name().equals("valueOf")
        ? names.resolve(target, scope)
        : null;
  }

  private boolean isType(Expr.Ref r, Scope scope) {
    boolean constant = r.name().length() > 1 && r.name().equals(r.name().toUpperCase(Locale.ROOT));
    return Character.isUpperCase(r.name().charAt(0))
        && !constant
        && names.types().of(r, scope).equals(r.name());
  }

  /** A read from something that is called settings, configuration or properties; else null. */
  @Nullable NameValue settings(Expr.Call call, Scope scope) {
    Expr target = call.target();
    if (target == null || !READ.contains(call.name()) || call.args().isEmpty()) {
      return null;
    }
    String name =
        target instanceof Expr.Ref r ? r.name() : target instanceof Expr.Member m ? m.name() : "";
    boolean settings =
        SETTINGS.matcher(name).matches()
            || SETTINGS.matcher(names.types().of(target, scope)).matches();
    return settings ? key(call, scope) : null;
  }

  private NameValue key(Expr.Call call, Scope scope) {
    String key = names.resolve(call.arg(0), scope).resolved().orElse("");
    if (key.isEmpty()) {
      return new Unknown("a setting of unknown key");
    }
    Expr last = call.args().size() > 1 ? call.args().get(call.args().size() - 1) : null;
    String fallback = last == null ? null : names.resolve(last, scope).resolved().orElse(null);
    return names.placeholders().key(scope.home().file(), key, fallback);
  }

  private NameValue format(Expr pattern, List<Expr> args, Scope scope) {
    String text = names.resolve(pattern, scope).resolved().orElse(null);
    if (text == null) {
      return new Unknown("a format put together at run time");
    }
    List<NameValue> parts = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int done = 0;
    for (int n = 0; hole.find(); done = hole.end()) {
      parts.add(new NameValue.Const(text.substring(done, hole.start())));
      String kind = hole.group(1).toLowerCase(Locale.ROOT);
      if (kind.equals("%") || kind.equals("n")) {
        parts.add(new NameValue.Const(kind.equals("n") ? "\n" : "%"));
      } else {
        parts.add(n < args.size() ? names.resolve(args.get(n), scope) : new Unknown("no argument"));
        n++;
      }
    }
    parts.add(new NameValue.Const(text.substring(done)));
    return Values.join(parts);
  }
}
