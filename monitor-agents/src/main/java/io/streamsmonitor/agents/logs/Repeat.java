package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.window.Sighting;
import java.util.List;

/**
 * What a line that stands alone came to.
 *
 * @param seen what it was sighted as, but for the stream id it names
 * @param entry whether the stream id it names is that of a failing entry
 */
record Repeat(LineFormat format, List<Sighting> seen, boolean entry) {
  Repeat {
    seen = List.copyOf(seen);
  }
}
