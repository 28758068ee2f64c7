package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects of client libraries that stand for the stream whose name they were made with. */
final class Carriers {
  private static final Set<String> RECORDS =
      Set.of("MapRecord", "ObjectRecord", "StreamRecords", "Record", "StringRecord", "ByteRecord");
  private static final Set<String> OFFSETS =
      Set.of("from", "create", "latest", "lastConsumed", "fromStart");

  private Carriers() {}

  /** The expression of the stream's name; null where the call makes no such object. */
  static @Nullable Expr stream(Expr.Call call) {
    String type =
        call.target() instanceof Expr.Ref r
            ? r.name()
            : call.target() instanceof Expr.Member m ? m.name() : "";
    if (type.equals("StreamOffset") && OFFSETS.contains(call.name())) {
      return call.arg(0);
    }
    if (RECORDS.contains(type) && call.name().equals("create") && call.args().size() == 2) {
      return call.arg(0);
    }
    Expr at = call;
    Expr key = null;
    while (at instanceof Expr.Call c) {
      boolean named = c.name().equals("withStreamKey") || c.name().equals("in");
      key = key == null && named && c.args().size() == 1 ? c.args().get(0) : key;
      at = c.target();
    }
    boolean record = at instanceof Expr.Ref r && RECORDS.contains(r.name());
    return record ? key : null;
  }
}
