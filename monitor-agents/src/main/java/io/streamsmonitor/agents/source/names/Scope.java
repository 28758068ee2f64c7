package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.MethodFacts;
import java.util.Map;

/**
 * Where an expression stands, and what is known of the parameters there.
 *
 * @param pos place of use: a local variable is taken as it is there
 * @param bound arguments by parameter, where the call that leads here is known
 * @param hops calls followed from callee to caller so far
 * @param depth of the resolution so far
 */
public record Scope(
    Home home, MethodFacts method, int pos, Map<String, Bound> bound, int hops, int depth) {
  private static final int DEEPEST = 24;
  private static final int LONGEST_WAY = 3;

  /** An expression and where it stands. */
  public record Bound(io.streamsmonitor.agents.source.code.Expr expr, Scope scope) {}

  /** A place with nothing known of its parameters. */
  public static Scope of(Home home, MethodFacts method, int pos) {
    return new Scope(home, method, pos, Map.of(), 0, 0);
  }

  Scope at(int other) {
    return new Scope(home, method, other, bound, hops, depth + 1);
  }

  Scope deeper() {
    return at(pos);
  }

  /** Into a method that is called from here, with its arguments. */
  Scope into(Home other, MethodFacts callee, Map<String, Bound> args) {
    return new Scope(other, callee, Integer.MAX_VALUE, Map.copyOf(args), hops, depth + 1);
  }

  /** Out to a place that calls the method of this scope. */
  Scope out(Site site) {
    return new Scope(site.home(), site.method(), site.pos(), Map.of(), hops + 1, depth + 1);
  }

  /** Whether nothing was followed yet. */
  boolean isStart() {
    return depth == 0;
  }

  /** Whether so little was followed that what is found out here is not cut short. */
  boolean isNear() {
    return depth < DEEPEST / 2;
  }

  boolean tooDeep() {
    return depth > DEEPEST;
  }

  boolean tooFar() {
    return hops >= LONGEST_WAY;
  }
}
