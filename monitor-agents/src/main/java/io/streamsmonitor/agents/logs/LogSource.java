package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.model.RawLine;

/**
 * Where lines come from that may belong together: one file, or one output, of one service. What two
 * sources write at the same time is mixed in the order it arrives.
 */
record LogSource(String service, int number) {
  static LogSource of(RawLine line) {
    return new LogSource(line.service(), line.source());
  }

  /** The source of a service that has one. */
  static LogSource only(String service) {
    return new LogSource(service, 0);
  }
}
