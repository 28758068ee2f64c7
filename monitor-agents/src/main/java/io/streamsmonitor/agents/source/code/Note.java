package io.streamsmonitor.agents.source.code;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An annotation.
 *
 * @param name simple
 * @param values by attribute; a single one is that of the attribute called value
 */
public record Note(String name, Map<String, Expr> values) {
  public Note {
    values = Map.copyOf(values);
  }

  /** The attribute where it is a literal text, else null. */
  public @Nullable String text(String attribute) {
    return values.get(attribute) instanceof Expr.Text t ? t.value() : null;
  }
}
