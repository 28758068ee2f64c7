package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import org.jspecify.annotations.Nullable;

/** Redisson: methods of {@code RStream}. */
final class RedissonCalls {
  private RedissonCalls() {}

  static @Nullable Shape shape(Arguments a) {
    if (!a.receiver.startsWith("RStream")) {
      return null;
    }
    String name =
        a.name().endsWith("Async") ? a.name().substring(0, a.name().length() - 5) : a.name();
    Shape shape = operation(a, name);
    return shape == null ? null : shape.stream(stream(a));
  }

  private static Shape of(Op op) {
    return new Shape(Client.REDISSON, op);
  }

  private static @Nullable Shape operation(Arguments a, String name) {
    Expr last = a.count() == 0 ? null : a.arg(a.count() - 1);
    return switch (name) {
      case "add", "addAll" -> add(a);
      case "read" ->
          blocking(of(Op.READ).options(a.ofType("StreamReadArgs", "StreamMultiReadArgs")), a);
      case "readGroup" ->
          blocking(
              of(Op.GROUP_READ)
                  .group(a.arg(0))
                  .consumer(a.arg(1))
                  .options(a.ofType("StreamReadGroupArgs", "StreamMultiReadGroupArgs")),
              a);
      case "ack" -> of(Op.ACK).group(a.arg(0));
      case "createGroup" -> createGroup(a, last);
      case "claim", "fastClaim", "autoClaim", "fastAutoClaim" ->
          of(Op.CLAIM).group(a.arg(0)).consumer(a.arg(1));
      case "trim", "trimNonStrict" -> of(Op.TRIM).options(a.ofType("StreamTrimArgs"));
      case "range", "rangeReversed" -> range(a);
      case "size",
          "remove",
          "getInfo",
          "listGroups",
          "listPending",
          "removeConsumer",
          "removeGroup" ->
          of(Op.OTHER);
      default -> null;
    };
  }

  private static Shape add(Arguments a) {
    Shape shape = of(Op.ADD);
    Expr args = a.ofType("StreamAddArgs");
    if (args == null) {
      return positional(a, shape);
    }
    Expr.Call entries = Arguments.link(a.behind(args), "entry", "entries");
    return shape.options(args).payload(entries == null ? args : entries);
  }

  /** {@code add([id,] key, value [, trimLen, trimStrict])} of older versions. */
  private static Shape positional(Arguments a, Shape shape) {
    boolean all = a.name().startsWith("addAll");
    int trimmed = all ? 3 : 4;
    boolean trims = a.count() >= trimmed;
    int fields = trims ? a.count() - 2 : a.count();
    a.call.args().subList(0, fields).forEach(shape::payload);
    return trims ? shape.inline("maxlen", a.arg(fields), a.call.pos()) : shape;
  }

  private static Shape blocking(Shape shape, Arguments a) {
    boolean timeout =
        a.call.args().stream()
            .anyMatch(
                e ->
                    e instanceof Expr.Member m
                        && m.owner() instanceof Expr.Ref r
                        && r.name().equals("TimeUnit"));
    return timeout ? shape.inline("block", null, a.call.pos()) : shape;
  }

  private static Shape createGroup(Arguments a, @Nullable Expr last) {
    Expr args = a.ofType("StreamCreateGroupArgs");
    Shape shape = of(Op.CREATE_GROUP).options(args);
    if (args == null) {
      return shape
          .group(a.arg(0))
          .id(last == a.arg(0) ? null : last)
          .inline("mkstream", null, a.call.pos());
    }
    Expr.Call name = Arguments.link(a.behind(args), "name");
    return shape.group(name == null ? null : name.arg(0));
  }

  private static Shape range(Arguments a) {
    Shape shape = of(Op.RANGE);
    return a.arg(0) instanceof Expr.Literal || a.count() > 2
        ? shape.inline("count", a.arg(0), a.call.pos())
        : shape;
  }

  /** The name that the stream object was got with. */
  private static @Nullable Expr stream(Arguments a) {
    Expr target = a.call.target();
    if (target == null) {
      return null;
    }
    Expr behind = a.behind(target);
    String field =
        target instanceof Expr.Ref r ? r.name() : target instanceof Expr.Member m ? m.name() : "";
    if (!(behind instanceof Expr.Call)) {
      for (MethodFacts m : a.scope.home().type().methods()) {
        if (!m.mentions(field)) {
          continue;
        }
        for (Assignment s : m.assignments()) {
          boolean mine =
              s.target() instanceof Expr.Ref r
                  ? r.name().equals(field)
                  : s.target() instanceof Expr.Member x && x.name().equals(field);
          behind = mine ? s.value() : behind;
        }
      }
    }
    Expr.Call got = Arguments.link(behind, "getStream");
    return got == null ? target : got.arg(0);
  }
}
