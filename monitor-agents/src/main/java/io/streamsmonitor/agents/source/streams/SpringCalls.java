package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spring Data Redis: stream operations, stream commands, listener containers and receivers. */
final class SpringCalls {
  private static final Set<String> OPERATIONS =
      Set.of(
          "StreamOperations",
          "ReactiveStreamOperations",
          "BoundStreamOperations",
          "DefaultStreamOperations");
  private static final Set<String> CONTAINERS =
      Set.of("StreamMessageListenerContainer", "StreamReceiver");

  private SpringCalls() {}

  static @Nullable Shape shape(Arguments a) {
    if (OPERATIONS.contains(a.receiver)) {
      return operation(a);
    }
    if (a.imports("org.springframework.data.redis.")) {
      boolean offset = a.ofType("StreamOffset") != null;
      if (CONTAINERS.contains(a.receiver) || (a.receiver.isEmpty() && offset)) {
        return container(a);
      }
      return command(a);
    }
    return null;
  }

  private static Shape of(Op op) {
    return new Shape(Client.SPRING, op);
  }

  private static @Nullable Shape operation(Arguments a) {
    return switch (a.name()) {
      case "add" -> add(a);
      case "read" -> read(a);
      case "acknowledge" -> ack(a);
      case "createGroup" -> createGroup(a);
      case "claim" -> of(Op.CLAIM).stream(a.arg(0)).group(a.arg(1)).consumer(a.arg(2));
      case "trim" -> trim(a);
      case "range", "reverseRange" -> range(a);
      case "pending",
          "delete",
          "size",
          "info",
          "groups",
          "consumers",
          "deleteConsumer",
          "destroyGroup" ->
          of(Op.OTHER).stream(a.arg(0));
      default -> null;
    };
  }

  private static @Nullable Shape command(Arguments a) {
    return switch (a.name()) {
      case "xAdd" -> add(a);
      case "xReadGroup", "xRead" -> read(a);
      case "xAck" -> of(Op.ACK).stream(a.arg(0)).group(a.arg(1));
      case "xGroupCreate" ->
          of(Op.CREATE_GROUP).stream(a.arg(0))
              .group(a.arg(1))
              .id(a.arg(2))
              .inline("mkstream", a.arg(3), a.call.pos());
      case "xClaim", "xClaimJustId" ->
          of(Op.CLAIM).stream(a.arg(0)).group(a.arg(1)).consumer(a.arg(2));
      case "xTrim" -> trim(a);
      default -> null;
    };
  }

  private static Shape add(Arguments a) {
    Expr options = a.ofType("XAddOptions", "RedisStreamCommands.XAddOptions");
    Shape shape = of(Op.ADD).options(options);
    Expr first = a.arg(0);
    if (first == null) {
      return shape;
    }
    Expr record = a.behind(first);
    Expr.Call key = Arguments.link(record, "withStreamKey", "in");
    if (key != null) {
      shape.stream(key.arg(0));
    } else if (Arguments.link(record, "create") != null) {
      shape.stream(first(Arguments.link(record, "create")));
    } else if (a.count() > 1 && a.arg(1) != options) {
      return shape.stream(first).payload(a.arg(1));
    } else {
      shape.stream(first);
    }
    payload(record, shape);
    return shape.payload(first);
  }

  private static @Nullable Expr first(Expr.@Nullable Call call) {
    return call == null ? null : call.arg(0);
  }

  /** What the links of a record's builder carry. */
  private static void payload(Expr record, Shape shape) {
    Expr at = record;
    while (at instanceof Expr.Call c) {
      if (!Set.of("withStreamKey", "in").contains(c.name())) {
        c.args().forEach(shape::payload);
      }
      at = c.target();
    }
  }

  private static Shape read(Arguments a) {
    boolean group = a.ofType("Consumer") != null;
    Shape shape = of(group ? Op.GROUP_READ : Op.READ).options(a.ofType("StreamReadOptions"));
    LettuceCalls.consumer(a, shape);
    for (Expr e : a.allOfType("StreamOffset")) {
      LettuceCalls.offset(a.behind(e), shape);
    }
    return shape;
  }

  private static Shape ack(Arguments a) {
    boolean byRecord =
        a.count() == 2
            && !(a.arg(1) instanceof Expr.Text)
            && !a.type(a.arg(1)).equals("String")
            && !a.type(a.arg(1)).equals("RecordId");
    return byRecord ? of(Op.ACK).group(a.arg(0)) : of(Op.ACK).stream(a.arg(0)).group(a.arg(1));
  }

  private static Shape createGroup(Arguments a) {
    return a.count() > 2
        ? of(Op.CREATE_GROUP).stream(a.arg(0))
            .id(a.arg(1))
            .group(a.arg(2))
            .inline("mkstream", null, a.call.pos())
        : of(Op.CREATE_GROUP).stream(a.arg(0))
            .group(a.arg(1))
            .inline("mkstream", null, a.call.pos());
  }

  private static Shape trim(Arguments a) {
    Shape shape = of(Op.TRIM).stream(a.arg(0)).inline("maxlen", a.arg(1), a.call.pos());
    return a.count() > 2 ? shape.inline("approximatetrimming", null, a.call.pos()) : shape;
  }

  private static Shape range(Arguments a) {
    Shape shape = of(Op.RANGE).stream(a.arg(0)).id(a.arg(1));
    return a.count() > 2 ? shape.inline("count", a.arg(2), a.call.pos()) : shape;
  }

  private static @Nullable Shape container(Arguments a) {
    if (a.name().equals("register") && a.arg(0) != null) {
      return registered(a, a.behind(a.call.args().get(0)));
    }
    if (!a.name().equals("receive") && !a.name().equals("receiveAutoAck")) {
      return null;
    }
    Shape shape =
        read(a).inline("block", null, a.call.pos()).inline("container", null, a.call.pos());
    return a.name().equals("receiveAutoAck") ? shape.inline("autoack", null, a.call.pos()) : shape;
  }

  private static @Nullable Shape registered(Arguments a, Expr request) {
    Expr.Call builder = Arguments.link(request, "builder");
    Expr.Call from = Arguments.link(request, "consumer");
    if (builder == null) {
      return null;
    }
    Shape shape =
        of(from == null ? Op.READ : Op.GROUP_READ)
            .inline("block", null, a.call.pos())
            .inline("container", null, a.call.pos());
    Expr offset = builder.arg(0);
    if (offset != null) {
      LettuceCalls.offset(a.behind(offset), shape);
    }
    if (from != null
        && from.arg(0) != null
        && a.behind(from.args().get(0)) instanceof Expr.Call c) {
      shape.group(c.arg(0)).consumer(c.arg(1));
    }
    Expr.Call auto = Arguments.link(request, "autoAcknowledge", "autoAck");
    boolean on = auto != null && auto.arg(0) instanceof Expr.Literal l && l.value().equals("true");
    return on ? shape.inline("autoack", null, a.call.pos()) : shape;
  }
}
