package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Calls;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.names.Site;
import io.streamsmonitor.agents.source.script.Modules;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.List;
import java.util.regex.Pattern;

/** Whether an added entry carries an id that ties it to its cause. */
final class Correlation {
  private static final int DEEPEST = 3;
  private static final Pattern ID =
      Pattern.compile(
          "(?i)correlation|causation|provenance|conversation_?id|(trace|request|span|transaction|message_?trace)_?-?(id|parent)|traceparent"
              + "|event_?envelope|createEventEnvelope|x-request");

  private Correlation() {}

  static boolean carried(CodeView view, StreamCall add) {
    if (add.fields().stream().anyMatch(f -> ID.matcher(f).find()) || Reach.says(add.method(), ID)) {
      return true;
    }
    for (Expr payload : add.payload()) {
      if (inside(view, payload, add.scope(), DEEPEST)) {
        return true;
      }
    }
    // What a script spreads into an entry is seen nowhere but in the words around.
    boolean spread =
        Modules.isScript(add.file().path()) && !add.fieldsComplete() && add.fields().isEmpty();
    return (spread && Reach.says(List.of(add.home()), ID))
        || (!add.fieldsComplete() && byEveryCaller(view, add));
  }

  /** In what makes the payload: its type, and the methods that build it. */
  private static boolean inside(CodeView view, Expr payload, Scope scope, int depth) {
    if (depth == 0) {
      return false;
    }
    boolean type =
        view.names()
            .types()
            .home(payload, scope)
            .filter(h -> !h.equals(scope.home()))
            .filter(h -> h.type().fields().stream().anyMatch(f -> ID.matcher(f.name()).find()))
            .isPresent();
    if (type || (payload instanceof Expr.Ref r && local(view, r, scope, depth))) {
      return true;
    }
    if (!(payload instanceof Expr.Call call)) {
      return payload instanceof Expr.Make m
          && m.args().stream().anyMatch(a -> inside(view, a, scope, depth - 1));
    }
    for (Calls.Target t : view.names().calls().targets(call, scope)) {
      Scope in = Scope.of(t.home(), t.method(), t.method().to());
      boolean says =
          Reach.says(t.method(), ID)
              || t.method().returns().stream().anyMatch(r -> inside(view, r, in, depth - 1));
      if (says || nested(view, t.home(), t.method(), depth - 1)) {
        return true;
      }
    }
    return (call.target() != null && inside(view, call.target(), scope, depth - 1))
        || call.args().stream().anyMatch(a -> inside(view, a, scope, depth - 1));
  }

  private static boolean nested(CodeView view, Home home, MethodFacts method, int depth) {
    return depth > 0
        && method.calls().stream()
            .filter(c -> c.target() == null)
            .flatMap(
                c -> view.names().calls().targets(c, Scope.of(home, method, c.namePos())).stream())
            .anyMatch(t -> Reach.says(t.method(), ID));
  }

  private static boolean local(CodeView view, Expr.Ref r, Scope scope, int depth) {
    return scope.method().locals().stream()
        .filter(l -> l.name().equals(r.name()) && l.init() != null && l.pos() < scope.pos())
        .anyMatch(l -> l.init() != null && inside(view, l.init(), scope, depth - 1));
  }

  private static boolean byEveryCaller(CodeView view, StreamCall add) {
    List<Site> sites = view.names().calls().sites(add.home(), add.method());
    return !sites.isEmpty()
        && sites.stream()
            .allMatch(
                s ->
                    Reach.says(s.method(), ID)
                        || s.args().stream()
                            .anyMatch(
                                a ->
                                    inside(
                                        view,
                                        a,
                                        Scope.of(s.home(), s.method(), s.pos()),
                                        DEEPEST)));
  }
}
