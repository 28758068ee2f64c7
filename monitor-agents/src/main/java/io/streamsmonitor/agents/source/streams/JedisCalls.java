package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import org.jspecify.annotations.Nullable;

/** Jedis: {@code xadd}, {@code xreadGroup}, … on clients, pipelines and transactions. */
final class JedisCalls {
  private JedisCalls() {}

  static @Nullable Shape shape(Arguments a) {
    boolean receiver =
        !a.receiver.endsWith("Commands")
            || a.receiver.equals("StreamCommands")
            || a.receiver.equals("JedisCommands");
    if (!receiver || (a.imports("io.lettuce.") && !a.imports("redis.clients."))) {
      return null;
    }
    return switch (a.name()) {
      case "xadd" -> add(a);
      case "xread", "xreadAsMap", "xreadBinary", "xreadBinaryAsMap" -> read(a, Op.READ, 0);
      case "xreadGroup", "xreadGroupAsMap", "xreadGroupBinary", "xreadGroupBinaryAsMap" ->
          read(a, Op.GROUP_READ, 2).group(a.arg(0)).consumer(a.arg(1));
      case "xack", "xackdel" -> of(Op.ACK).stream(a.arg(0)).group(a.arg(1));
      case "xgroupCreate" -> createGroup(a);
      case "xclaim", "xclaimJustId", "xautoclaim", "xautoclaimJustId" ->
          of(Op.CLAIM).stream(a.arg(0))
              .group(a.arg(1))
              .consumer(a.arg(2))
              .inline("minidle", a.arg(3), a.call.pos());
      case "xtrim" -> trim(a);
      case "xrange", "xrevrange" -> range(a);
      case "xpending",
          "xdel",
          "xlen",
          "xinfoStream",
          "xinfoGroups",
          "xinfoGroup",
          "xinfoConsumers",
          "xgroupDelConsumer",
          "xgroupDestroy",
          "xgroupSetID",
          "xgroupCreateConsumer" ->
          of(Op.OTHER).stream(a.arg(0));
      default -> null;
    };
  }

  private static Shape of(Op op) {
    return new Shape(Client.JEDIS, op);
  }

  private static Shape add(Arguments a) {
    Expr params = a.ofType("XAddParams");
    Shape shape = of(Op.ADD).stream(a.arg(0)).options(params);
    int last = 0;
    for (int i = 1; i < a.count(); i++) {
      Expr e = a.call.args().get(i);
      boolean id = a.type(e).equals("StreamEntryID") || Arguments.start(e).equals("StreamEntryID");
      if (e != params
          && !id
          && last == 0
          && !(e instanceof Expr.Member)
          && !(e instanceof Expr.Literal)
          && !a.type(e).equals("XAddParams")) {
        shape.payload(e);
        last = i;
      } else if (id) {
        shape.id(e);
      }
    }
    if (a.count() >= 4 && params == null) {
      shape.inline("maxlen", a.arg(3), a.call.pos());
      Expr approximate = a.arg(4);
      if (approximate instanceof Expr.Literal l && l.value().equals("true")) {
        shape.inline("approximatetrimming", null, a.call.pos());
      }
    }
    return shape;
  }

  private static Shape read(Arguments a, Op op, int first) {
    Expr params = a.ofType("XReadParams", "XReadGroupParams");
    Shape shape = of(op).options(params);
    if (a.arg(first) instanceof Expr.Literal || a.count() > first + 2) {
      if (params == null) {
        shape.inline("count", a.arg(first), a.call.pos());
        Expr block = a.arg(first + 1);
        boolean blocks = !(block instanceof Expr.Literal l && l.value().startsWith("-"));
        if (blocks) {
          shape.inline("block", block, a.call.pos());
        }
        return shape.streamMap(a.arg(a.count() - 1));
      }
    }
    if (params == null && a.count() > first) {
      shape.options(a.arg(first));
    }
    return shape.streamMap(a.arg(a.count() - 1));
  }

  private static Shape createGroup(Arguments a) {
    Shape shape = of(Op.CREATE_GROUP).stream(a.arg(0)).group(a.arg(1)).id(a.arg(2));
    Expr make = a.arg(3);
    return make instanceof Expr.Literal l && l.value().equals("false")
        ? shape
        : shape.inline("mkstream", make, a.call.pos());
  }

  private static Shape trim(Arguments a) {
    Shape shape = of(Op.TRIM).stream(a.arg(0)).options(a.ofType("XTrimParams"));
    if (a.count() == 3) {
      shape.inline("maxlen", a.arg(1), a.call.pos());
      if (!(a.arg(2) instanceof Expr.Literal l && l.value().equals("false"))) {
        shape.inline("approximatetrimming", null, a.call.pos());
      }
    }
    return shape;
  }

  private static Shape range(Arguments a) {
    Shape shape = of(Op.RANGE).stream(a.arg(0)).id(a.arg(1));
    return a.count() > 3 ? shape.inline("count", a.arg(3), a.call.pos()) : shape;
  }
}
