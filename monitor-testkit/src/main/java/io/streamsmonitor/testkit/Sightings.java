package io.streamsmonitor.testkit;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** What one rule says of one view. */
public final class Sightings {
  private Sightings() {}

  /** Applies the rule; also checks that it says the same when asked again. */
  public static <V> List<Draft> of(Rule<V> rule, V view) {
    List<Draft> first = new ArrayList<>();
    rule.check(view, first::add);
    List<Draft> second = new ArrayList<>();
    rule.check(view, second::add);
    if (!first.stream().map(Draft::key).toList().equals(second.stream().map(Draft::key).toList())) {
      throw new AssertionError(rule.info().id() + " said something else the second time");
    }
    return first;
  }
}
