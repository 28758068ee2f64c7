package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import org.jspecify.annotations.Nullable;

/** Lettuce: {@code xadd}, {@code xreadgroup}, … on its sync, async and reactive commands. */
final class LettuceCalls {
  private LettuceCalls() {}

  static @Nullable Shape shape(Arguments a) {
    if (!a.receiver.endsWith("Commands") && !a.imports("io.lettuce.")) {
      return null;
    }
    return switch (a.name()) {
      case "xadd" -> add(a);
      case "xread" -> offsets(a, of(Op.READ).options(a.ofType("XReadArgs")));
      case "xreadgroup" ->
          offsets(a, consumer(a, of(Op.GROUP_READ).options(a.ofType("XReadArgs"))));
      case "xack" -> of(Op.ACK).stream(a.arg(0)).group(a.arg(1));
      case "xgroupCreate" -> createGroup(a);
      case "xclaim" -> consumer(a, of(Op.CLAIM).stream(a.arg(0)));
      case "xautoclaim" -> consumer(a, of(Op.CLAIM).stream(a.arg(0)).options(a.arg(1)));
      case "xtrim" -> trim(a);
      case "xrange", "xrevrange" -> range(a);
      case "xpending",
          "xdel",
          "xlen",
          "xinfoStream",
          "xinfoGroups",
          "xinfoConsumers",
          "xgroupDelconsumer",
          "xgroupDestroy",
          "xgroupSetid",
          "xgroupCreateconsumer" ->
          of(Op.OTHER).stream(a.arg(0));
      default -> null;
    };
  }

  private static Shape of(Op op) {
    return new Shape(Client.LETTUCE, op);
  }

  private static Shape add(Arguments a) {
    Expr args = a.ofType("XAddArgs");
    Shape shape = of(Op.ADD).stream(a.arg(0)).options(args);
    for (int i = 1; i < a.count(); i++) {
      if (a.arg(i) != args) {
        shape.payload(a.arg(i));
      }
    }
    return shape;
  }

  private static Shape offsets(Arguments a, Shape shape) {
    for (Expr e : a.allOfType("StreamOffset", "XReadArgs.StreamOffset")) {
      offset(a.behind(e), shape);
    }
    return shape;
  }

  /** {@code StreamOffset.from(stream, id)} and its like. */
  static void offset(Expr e, Shape shape) {
    if (e instanceof Expr.Call c && Arguments.start(c).equals("StreamOffset")) {
      shape.stream(c.arg(0)).id(c.arg(1) == null ? new Expr.Text(c.name(), c.pos()) : c.arg(1));
    } else {
      shape.stream(e);
    }
  }

  /** {@code Consumer.from(group, name)}. */
  static Shape consumer(Arguments a, Shape shape) {
    Expr consumer = a.ofType("Consumer");
    if (consumer != null && a.behind(consumer) instanceof Expr.Call c) {
      shape.group(c.arg(0)).consumer(c.arg(1));
    }
    return shape;
  }

  private static Shape createGroup(Arguments a) {
    Shape shape = of(Op.CREATE_GROUP).group(a.arg(1)).options(a.ofType("XGroupCreateArgs"));
    Expr offset = a.arg(0);
    boolean written = a.count() == 3 && a.ofType("XGroupCreateArgs") == null;
    if (offset != null && written) {
      return shape.stream(offset).id(a.arg(2));
    }
    if (offset != null) {
      offset(a.behind(offset), shape);
    }
    return shape;
  }

  private static Shape trim(Arguments a) {
    Shape shape = of(Op.TRIM).stream(a.arg(0)).options(a.ofType("XTrimArgs"));
    if (a.count() == 3) {
      shape.inline("maxlen", a.arg(2), a.call.pos());
      if (!(a.arg(1) instanceof Expr.Literal l && l.value().equals("false"))) {
        shape.inline("approximatetrimming", null, a.call.pos());
      }
    } else if (a.ofType("XTrimArgs") == null) {
      shape.inline("maxlen", a.arg(1), a.call.pos());
    }
    return shape;
  }

  private static Shape range(Arguments a) {
    Shape shape = of(Op.RANGE).stream(a.arg(0)).id(a.arg(1));
    return a.count() > 2 ? shape.inline("count", a.arg(2), a.call.pos()) : shape;
  }
}
