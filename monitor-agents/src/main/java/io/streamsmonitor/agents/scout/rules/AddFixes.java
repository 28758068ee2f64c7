package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** XADD as it should be, with what the file itself adds. */
final class AddFixes {
  private static final String CORRELATION = "\"correlationId\", correlationId";

  private AddFixes() {}

  /** The same entry, trimmed. */
  static String bounded(StreamCall c) {
    return switch (c.client()) {
      case JEDIS, IOREDIS, NODE_REDIS, LETTUCE -> added(c, payload(c));
      case SPRING -> spring(c, isPair(c) ? record(c, payload(c)) : first(c));
      case REDISSON -> redisson(c, entries(c) == null ? made(payload(c)) : first(c));
      case ENVELOPE -> "%s.publisher(%s).maxLen(100_000);".formatted(Fixes.on(c), Fixes.named(c));
    };
  }

  /** The same entry with an id that ties it to its cause. */
  static String correlated(StreamCall c) {
    if (isPairs(c)) {
      return added(c, payload(c) + ", " + CORRELATION);
    }
    Expr given = given(c);
    String fields = given instanceof Expr.Ref r ? r.name() : "fields";
    String copy =
        given == null || given instanceof Expr.Ref || JavaText.of(given, "").isEmpty()
            ? ""
            : "Map<String, String> fields = new HashMap<>(" + JavaText.of(given, "") + ");\n";
    String add =
        switch (c.client()) {
          case SPRING -> spring(c, record(c, fields));
          case REDISSON -> redisson(c, made(fields));
          default -> added(c, fields);
        };
    return copy + fields + ".put(" + CORRELATION + ");\n" + add;
  }

  private static String added(StreamCall c, String payload) {
    String options =
        c.client() == Client.LETTUCE
            ? "XAddArgs.Builder.maxlen(100_000).approximateTrimming()"
            : "XAddParams.xAddParams().maxLen(100_000).approximateTrimming()";
    return "%s.xadd(%s, %s, %s);".formatted(Fixes.on(c), Fixes.stream(c), options, payload);
  }

  private static String spring(StreamCall c, String record) {
    return "%s.add(%s, XAddOptions.maxlen(100_000).approximateTrimming(true));"
        .formatted(Fixes.on(c), record);
  }

  private static String redisson(StreamCall c, String entries) {
    return "%s.add(%s.trimNonStrict().maxLen(100_000).noLimit());".formatted(Fixes.on(c), entries);
  }

  private static String record(StreamCall c, String fields) {
    String stream = isPair(c) ? JavaText.of(c.call().arg(0), "stream") : Fixes.named(c);
    return "MapRecord.create(" + stream + ", " + fields + ")";
  }

  private static String made(String fields) {
    return "StreamAddArgs.entries(" + fields + ")";
  }

  private static String first(StreamCall c) {
    return JavaText.of(c.call().arg(0), c.client() == Client.SPRING ? "record" : made("fields"));
  }

  /** {@code add(key, map)} of Spring. */
  private static boolean isPair(StreamCall c) {
    return c.client() == Client.SPRING
        && c.call().args().size() > 1
        && c.payload().size() == 1
        && c.payload().get(0) == c.call().arg(1);
  }

  /** Keys and values one by one, as Lettuce takes them. */
  private static boolean isPairs(StreamCall c) {
    return c.client() == Client.LETTUCE && c.payload().size() > 1;
  }

  private static Expr.@Nullable Call entries(StreamCall c) {
    return c.client() == Client.REDISSON
            && c.payload().size() == 1
            && c.payload().get(0) instanceof Expr.Call call
            && (call.name().equals("entries") || call.name().equals("entry"))
        ? call
        : null;
  }

  /** The map of fields, where the call has one. */
  private static @Nullable Expr given(StreamCall c) {
    Expr.Call entries = entries(c);
    if (entries != null) {
      return entries.args().size() == 1 ? entries.args().get(0) : mapOf(entries.args(), entries);
    }
    if (c.client() == Client.REDISSON && c.payload().size() == 2) {
      return mapOf(c.payload(), c.call());
    }
    Expr only = c.payload().isEmpty() ? null : c.payload().get(0);
    boolean record = c.client() == Client.SPRING && !isPair(c);
    if (record) {
      Expr made = only instanceof Expr.Call x && x.name().equals("create") ? x.arg(1) : null;
      return c.call().arg(0) instanceof Expr.Call x && x.name().equals("create") ? x.arg(1) : made;
    }
    return only;
  }

  private static Expr mapOf(List<Expr> pairs, Expr.Call at) {
    return new Expr.Call(new Expr.Ref("Map", at.pos()), "of", pairs, at.pos(), at.namePos());
  }

  private static String payload(StreamCall c) {
    if (c.client() == Client.REDISSON && c.payload().size() == 2) {
      return JavaText.of(mapOf(c.payload(), c.call()), "fields");
    }
    List<Expr> all = isPairs(c) ? c.payload() : c.payload().stream().limit(1).toList();
    return all.isEmpty()
        ? "fields"
        : all.stream().map(e -> JavaText.of(e, "fields")).collect(Collectors.joining(", "));
  }
}
