package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.window.LineCounts;
import io.streamsmonitor.agents.logs.window.Sighting;
import java.util.List;

/**
 * What a record came to.
 *
 * @param counts its lines
 * @param seen what it was sighted as, but for the stream id it names
 * @param entry whether the stream id it names is that of a failing entry
 */
record Repeat(LineCounts counts, List<Sighting> seen, boolean entry) {
  Repeat {
    seen = List.copyOf(seen);
  }
}
