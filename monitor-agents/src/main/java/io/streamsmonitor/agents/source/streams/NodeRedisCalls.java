package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** node-redis from version 4 on: {@code xAdd}, {@code xReadGroup}, … with objects for options. */
final class NodeRedisCalls {
  private static final Set<String> WORDS = Set.of("MAXLEN", "MINID", "GROUP", "CREATE", "STREAMS");

  /** With fewer arguments it is somebody's own method of the name. */
  private static final Map<String, Integer> LEAST =
      Map.of(
          "xadd", 3, "xreadgroup", 3, "xack", 3, "xgroupcreate", 3, "xautoclaim", 4, "xclaim", 4);

  private NodeRedisCalls() {}

  /** Whether no argument is a word of the wire; {@code XADD} is the name of both forms. */
  static boolean takesObjects(Arguments a) {
    boolean trim = a.name().equalsIgnoreCase("xTrim");
    return trim
        || a.call.args().stream()
            .noneMatch(e -> e instanceof Expr.Text t && WORDS.contains(t.value()));
  }

  static @Nullable Shape shape(String name, Arguments a) {
    if (a.count() < LEAST.getOrDefault(name, 1)) {
      return null;
    }
    return switch (name) {
      case "xadd" -> options(a, 3, of(Op.ADD).stream(a.arg(0)).id(a.arg(1)).payload(a.arg(2)));
      case "xread" -> options(a, 1, streams(a, a.arg(0), of(Op.READ)));
      case "xreadgroup" ->
          options(a, 3, streams(a, a.arg(2), of(Op.GROUP_READ).group(a.arg(0)).consumer(a.arg(1))));
      case "xack", "xackdel" -> of(Op.ACK).stream(a.arg(0)).group(a.arg(1));
      case "xgroupcreate" ->
          options(a, 3, of(Op.CREATE_GROUP).stream(a.arg(0)).group(a.arg(1)).id(a.arg(2)));
      case "xclaim", "xclaimjustid", "xautoclaim", "xautoclaimjustid" ->
          of(Op.CLAIM).stream(a.arg(0))
              .group(a.arg(1))
              .consumer(a.arg(2))
              .inline("minidle", a.arg(3), a.call.pos());
      case "xtrim" -> trim(a);
      case "xrange", "xrevrange" -> options(a, 3, of(Op.RANGE).stream(a.arg(0)).id(a.arg(1)));
      case "xlen",
          "xdel",
          "xpending",
          "xpendingrange",
          "xinfostream",
          "xinfogroups",
          "xinfoconsumers",
          "xgroupdelconsumer",
          "xgroupdestroy",
          "xgroupsetid",
          "xgroupcreateconsumer" ->
          of(Op.OTHER).stream(a.arg(0));
      default -> null;
    };
  }

  private static Shape of(Op op) {
    return new Shape(Client.NODE_REDIS, op);
  }

  private static Shape trim(Arguments a) {
    String how = a.arg(1) instanceof Expr.Text t ? t.value().toLowerCase(Locale.ROOT) : "maxlen";
    Shape shape = of(Op.TRIM).stream(a.arg(0)).inline(how, a.arg(2), a.call.pos());
    return options(a, 3, shape);
  }

  /** {@code {key, id}}, or a list of them. */
  private static Shape streams(Arguments a, @Nullable Expr e, Shape shape) {
    Expr at = e == null ? null : a.behind(e);
    List<Expr> all =
        at instanceof Expr.Items list ? list.elements() : at == null ? List.of() : List.of(at);
    for (Expr one : all) {
      Expr pair = a.behind(one);
      shape.stream(value(pair, "key"));
      Expr id = value(pair, "id");
      if (shape.id == null && id != null) {
        shape.id(id);
      }
    }
    return shape;
  }

  /** The options object at the place, if there is one. */
  private static Shape options(Arguments a, int n, Shape shape) {
    Expr given = a.arg(n);
    if (given == null) {
      return shape;
    }
    Expr object = a.behind(given);
    if (!isObject(object) || !(object instanceof Expr.Call literal)) {
      return shape.options(new Expr.Opaque("options", given.pos()));
    }
    for (int i = 0; i + 1 < literal.args().size(); i += 2) {
      if (literal.args().get(i) instanceof Expr.Text key) {
        option(a, key.value(), literal.args().get(i + 1), shape);
      }
    }
    return shape;
  }

  private static void option(Arguments a, String key, Expr value, Shape shape) {
    boolean off = value instanceof Expr.Literal l && Set.of("false", "null").contains(l.value());
    if (off) {
      return;
    }
    if (!key.equals("TRIM")) {
      shape.inline(key.toLowerCase(Locale.ROOT), value, a.call.pos());
      return;
    }
    Expr trim = a.behind(value);
    String how =
        value(trim, "strategy") instanceof Expr.Text t
            ? t.value().toLowerCase(Locale.ROOT)
            : "maxlen";
    shape.inline(how, value(trim, "threshold"), a.call.pos());
    if (value(trim, "strategyModifier") instanceof Expr.Text t && t.value().equals("~")) {
      shape.inline("approximatetrimming", null, a.call.pos());
    }
  }

  private static boolean isObject(@Nullable Expr e) {
    return e instanceof Expr.Call c
        && c.name().equals("of")
        && c.target() instanceof Expr.Ref r
        && r.name().equals("Map");
  }

  private static @Nullable Expr value(@Nullable Expr e, String key) {
    if (isObject(e) && e instanceof Expr.Call object) {
      for (int i = 0; i + 1 < object.args().size(); i += 2) {
        if (object.args().get(i) instanceof Expr.Text t && t.value().equals(key)) {
          return object.args().get(i + 1);
        }
      }
    }
    return null;
  }
}
