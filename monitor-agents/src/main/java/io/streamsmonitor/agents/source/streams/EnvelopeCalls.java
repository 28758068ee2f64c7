package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own envelope: publishers, which trim unless told not to, and consumers, which acknowledge.
 */
final class EnvelopeCalls {
  /** What every entry of a publisher has, whatever its payload. */
  static final List<String> FIELDS =
      List.of(
          "correlationId",
          "traceId",
          "spanId",
          "originService",
          "publishedAt",
          "schemaVersion",
          "payload");

  private EnvelopeCalls() {}

  static List<Shape> shapes(Arguments a) {
    boolean ours =
        a.receiver.equals("MonitoredRedis")
            || (a.receiver.isEmpty() && a.imports("io.streamsmonitor.envelope."));
    if (!ours) {
      return List.of();
    }
    if (a.name().equals("publisher") && a.count() == 1) {
      Shape add = new Shape(Client.ENVELOPE, Op.ADD).stream(a.arg(0));
      return List.of(chained(a, "unbounded") ? add : add.inline("maxlen", null, a.call.pos()));
    }
    if (a.name().equals("consumer") && a.count() == 2) {
      return Stream.of(Op.GROUP_READ, Op.ACK, Op.CREATE_GROUP).map(op -> consumer(a, op)).toList();
    }
    return List.of();
  }

  private static Shape consumer(Arguments a, Op op) {
    Shape shape =
        new Shape(Client.ENVELOPE, op)
            .stream(a.arg(0))
                .group(a.arg(1))
                .inline("block", null, a.call.pos())
                .inline("mkstream", null, a.call.pos());
    return chained(a, "deadLetterAfter") ? shape.inline("deadletter", null, a.call.pos()) : shape;
  }

  /** Whether a method of this name is called on what the call gives. */
  private static boolean chained(Arguments a, String name) {
    return a.scope.method().calls().stream()
        .filter(c -> c.name().equals(name))
        .anyMatch(c -> contains(c, a.call.namePos()));
  }

  private static boolean contains(Expr.Call chain, int namePos) {
    Expr at = chain;
    while (at instanceof Expr.Call c) {
      if (c.namePos() == namePos) {
        return true;
      }
      at = c.target();
    }
    return false;
  }
}
