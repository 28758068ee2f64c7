package io.streamsmonitor.core.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The services under watch. Only processes that the fleet itself started are ever signalled. Lines
 * and exits reach the agents as {@code RawLine} and {@code ServiceExit} events.
 */
public interface Fleet extends AutoCloseable {

  /**
   * Starts everything there is to start, and returns without waiting for readiness. A command that
   * cannot be started is a service that is not alive, with the reason as its last line.
   *
   * @throws IOException when the one command of the whole fleet cannot be started
   */
  void start() throws IOException;

  /** Waits until every service is ready or ended, at most this long. */
  void awaitReady(Duration limit);

  /** Every service now, the named ones and those found in the output. */
  List<ServiceState> services();

  /**
   * Ends what was started: the stop command or TERM, then KILL after {@code drain}, whole process
   * trees.
   *
   * @return what was done, a line each, for shutdown.log
   */
  List<String> stop(Duration drain);

  /** Processes of ours that still run, {@code pid command}; empty after a clean stop. */
  List<String> remaining();

  /** Ends at once whatever was started. */
  @Override
  void close();
}
