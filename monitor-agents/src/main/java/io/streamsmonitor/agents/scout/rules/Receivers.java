package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;

/** What calls are made on. */
final class Receivers {
  private Receivers() {}

  /** The variable or field that the chain of calls starts from, or "". */
  static String root(Expr.Call call) {
    Expr at = call;
    while (at instanceof Expr.Call c && c.target() != null) {
      at = c.target();
    }
    if (at instanceof Expr.Member m && m.owner() instanceof Expr.Ref r && r.name().equals("this")) {
      return m.name();
    }
    return at instanceof Expr.Ref r ? r.name() : "";
  }
}
