package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.core.finding.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that calls a method or constructor.
 *
 * @param target what it is called on, or null
 */
public record Site(Home home, MethodFacts method, @Nullable Expr target, List<Expr> args, int pos) {

  public Site {
    args = List.copyOf(args);
  }

  /** Where it stands. */
  public Location at() {
    return home.file().at(pos);
  }
}
