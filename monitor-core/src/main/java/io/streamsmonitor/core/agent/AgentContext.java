package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a session gives an agent. Use it from the agent's own lane only. */
public interface AgentContext {

  /** Now; it stands still while a duty runs, so that a duty run again says the same. */
  Instant now();

  /** The time as it passes, for measuring. */
  default Instant passing() {
    return now();
  }

  /** When the window opened, and when it closes unless it is stopped early. */
  Window window();

  Workspace workspace();

  /** Hands a draft to the desk, which redacts, numbers, dates, merges and writes it. */
  void report(Draft draft);

  /** Everything any agent has said so far. */
  FindingFeed feed();

  /**
   * Runs the duty every period after now, and once more when the window closes. Runs that were
   * missed are not made up for.
   */
  void every(Duration period, String duty, Tick tick);

  /**
   * The same, for a duty that is due often and seldom has anything to do: it runs where {@code due}
   * holds.
   */
  default void every(Duration period, String duty, BooleanSupplier due, Tick tick) {
    every(
        period,
        duty,
        () -> {
          if (due.getAsBoolean()) {
            tick.run();
          }
        });
  }

  /**
   * Runs the duty once, at this part of the window: 0.5 is half time, 1.0 is the close, after the
   * last run of the periodic duties.
   */
  void at(double fraction, String duty, Tick tick);

  /** Receives every event of exactly this type that anybody publishes. */
  <E> void on(Class<E> type, Consumer<E> handler);

  /** Hands an event to every agent that asked for its type. */
  void publish(Object event);

  /** Says that a long duty is alive; three minutes without it, and the agent is replaced. */
  void progress();
}
