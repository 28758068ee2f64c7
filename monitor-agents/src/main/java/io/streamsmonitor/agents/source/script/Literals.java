package io.streamsmonitor.agents.source.script;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Object literals, put as {@code Map.of(key, value, …)}. */
final class Literals {
  private Literals() {}

  /**
   * @param pairs keys and values in turn
   * @param spread objects whose keys are taken in
   */
  static Expr object(List<Expr> pairs, List<Expr> spread, int pos) {
    Expr own = new Expr.Call(new Expr.Ref("Map", pos), "of", pairs, pos, pos);
    if (spread.isEmpty()) {
      return own;
    }
    List<Expr> all = new ArrayList<>(spread);
    all.add(own);
    return new Expr.Items(all, pos);
  }

  static boolean isObject(@Nullable Expr e) {
    return e instanceof Expr.Call c
        && c.name().equals("of")
        && c.target() instanceof Expr.Ref r
        && r.name().equals("Map");
  }

  /** The value of a key, or null. */
  static @Nullable Expr value(@Nullable Expr e, String key) {
    if (isObject(e) && e instanceof Expr.Call object) {
      for (int i = 0; i + 1 < object.args().size(); i += 2) {
        if (object.args().get(i) instanceof Expr.Text t && t.value().equals(key)) {
          return object.args().get(i + 1);
        }
      }
    }
    return null;
  }
}
