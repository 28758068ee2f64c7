package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ioredis and node-redis: on clients, pipelines and transactions, and as raw commands. */
final class ScriptCalls {
  private static final Set<String> RAW =
      Set.of("call", "callBuffer", "sendCommand", "send_command", "addCommand");

  private ScriptCalls() {}

  static @Nullable Shape shape(Arguments a) {
    if (a.call.target() == null || a.isOwnMethod()) {
      return null;
    }
    boolean object =
        a.count() == 1
            && a.arg(0) instanceof Expr.Call c
            && c.name().equals("of")
            && !a.name().equalsIgnoreCase("xRead");
    if (object) {
      // Somebody's own method that is called like the command.
      return null;
    }
    if (RAW.contains(a.name())) {
      return raw(a);
    }
    String plain = a.name().replaceFirst("Buffer$", "").replaceFirst("Async$", "");
    if (!plain.startsWith("x") && !plain.startsWith("X")) {
      return null;
    }
    boolean words = plain.equals(plain.toLowerCase(Locale.ROOT));
    boolean array = a.count() == 1 && a.arg(0) instanceof Expr.Ref;
    return words || array || !NodeRedisCalls.takesObjects(a)
        ? command(plain, a.call.args(), a)
        : NodeRedisCalls.shape(plain.toLowerCase(Locale.ROOT), a);
  }

  /** {@code call("XADD", …)}, {@code sendCommand(["XADD", …])}. */
  private static @Nullable Shape raw(Arguments a) {
    List<Expr> args = a.call.args();
    if (args.size() == 1 && args.get(0) instanceof Expr.Items list) {
      args = list.elements();
    } else if (args.size() == 2
        && a.behind(args.get(1)) instanceof Expr.Items list
        && args.get(0) instanceof Expr.Text name) {
      return command(name.value(), list.elements(), a);
    }
    return !args.isEmpty() && args.get(0) instanceof Expr.Text name
        ? command(name.value(), args.subList(1, args.size()), a)
        : null;
  }

  /** A command whose arguments are words, as on the wire. */
  private static @Nullable Shape command(String name, List<Expr> args, Arguments a) {
    WireWords words = new WireWords(args, a);
    int pos = a.call.pos();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "xadd" -> words.add(of(Op.ADD), pos);
      case "xread" -> words.read(of(Op.READ), pos);
      case "xreadgroup" -> words.read(of(Op.GROUP_READ), pos);
      case "xack", "xackdel" -> of(Op.ACK).stream(words.arg(0)).group(words.arg(1));
      case "xgroup" -> words.group(of(Op.CREATE_GROUP), of(Op.OTHER), pos);
      case "xclaim", "xautoclaim" ->
          of(Op.CLAIM).stream(words.arg(0))
              .group(words.arg(1))
              .consumer(words.arg(2))
              .inline("minidle", words.arg(3), pos);
      case "xtrim" -> words.trim(of(Op.TRIM), pos);
      case "xrange", "xrevrange" -> words.range(of(Op.RANGE), pos);
      case "xlen", "xdel", "xpending", "xsetid" -> of(Op.OTHER).stream(words.arg(0));
      case "xinfo" -> of(Op.OTHER).stream(words.arg(1));
      default -> null;
    };
  }

  private static Shape of(Op op) {
    return new Shape(Client.IOREDIS, op);
  }
}
