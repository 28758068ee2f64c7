package io.streamsmonitor.agents.scout;

import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.model.StreamActivity;

/** The Scout's second pass: what findings of several agents mean together. */
@FunctionalInterface
public interface Synthesis {
  /** Nothing is put together. */
  Synthesis NONE = context -> {};

  /**
   * Looks at everything said so far; called on the Scout's lane from half time on every minute, and
   * once more when the window closes.
   */
  void look(AgentContext context);

  /** A service said which stream it writes or reads. */
  default void heard(StreamActivity activity) {}
}
