package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stream ids that were named once in a problem's record, until they are named again. */
final class Mentions {
  /** Lines of all records together. */
  private static final int LIMIT = 10_000;

  /** The lines of a record that was not read, and when it happened. */
  record Mention(List<RawLine> lines, Instant at) {
    Mention {
      lines = List.copyOf(lines);
    }
  }

  private final Map<String, Mention> once = new LinkedHashMap<>();
  private int lines;

  void first(String service, String id, Mention mention) {
    once.put(service + "\u0001" + id, mention);
    lines += mention.lines().size();
    for (Iterator<Mention> eldest = once.values().iterator(); lines > LIMIT; eldest.remove()) {
      lines -= eldest.next().lines().size();
    }
  }

  /** The mention before this one, if there was just one; it is forgotten here. */
  List<Mention> before(String service, String id) {
    Mention mention = once.isEmpty() ? null : once.remove(service + "\u0001" + id);
    if (mention == null) {
      return List.of();
    }
    lines -= mention.lines().size();
    return List.of(mention);
  }
}
