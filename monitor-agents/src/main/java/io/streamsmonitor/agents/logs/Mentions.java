package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stream ids that were named once in a problem line, until they are named again. */
final class Mentions {
  private static final int LIMIT = 10_000;

  /** A line that was not read, and when it happened. */
  record Mention(RawLine raw, Instant at) {}

  private final Map<String, Mention> once =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mention> eldest) {
          return size() > LIMIT;
        }
      };

  void first(String service, String id, Mention mention) {
    once.put(service + "\u0001" + id, mention);
  }

  /** The mention before this one, if there was just one; it is forgotten here. */
  List<Mention> before(String service, String id) {
    Mention mention = once.isEmpty() ? null : once.remove(service + "\u0001" + id);
    return mention == null ? List.of() : List.of(mention);
  }
}
