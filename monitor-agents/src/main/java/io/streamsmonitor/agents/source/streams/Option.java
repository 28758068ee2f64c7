package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.names.Scope;
import java.util.List;

/**
 * A setting of an options object, such as {@code maxLen(1000)}.
 *
 * @param name in lower case, so that the spellings of the libraries are one
 * @param must whether it is set on every way to the call
 * @param pos of its name in the file of the scope
 */
public record Option(String name, List<Expr> args, Scope scope, boolean must, int pos) {
  public Option {
    args = List.copyOf(args);
  }

  Option maybe() {
    return new Option(name, args, scope, false, pos);
  }
}
