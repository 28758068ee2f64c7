package io.streamsmonitor.core.rule;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.function.Consumer;

/**
 * A pure function of a prepared view. It never numbers, dates, de-duplicates, sleeps or does I/O;
 * all history is in the view. The same view gives the same drafts.
 *
 * @param <V> the view it looks at
 */
public interface Rule<V> {

  /** Always the same value. */
  RuleInfo info();

  /** Says what it sees. An exception is reported as a gap and ends this rule alone. */
  void check(V view, Consumer<Draft> out);
}
