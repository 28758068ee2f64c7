package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What rules said and may take back: rules only say what holds, so what they no longer say ends. A
 * finding that was not said in two looks running is resolved; a single quiet look proves little.
 */
final class Standing {
  private static final int PATIENCE = 2;

  /** An INFO that only says again what it said is handed on once in so many times. */
  private static final int REPEATS = 12;

  private static final class Said {
    Draft draft;
    int silent;
    int told;

    Said(Draft draft) {
      this.draft = draft;
    }
  }

  private final Map<String, Said> said = new HashMap<>();

  /** What a rule says in this look; whether that is worth being handed on. */
  boolean say(Draft draft) {
    String key = draft.key();
    if (draft.resolution() != null) {
      said.remove(key);
      return true;
    }
    Said one = said.computeIfAbsent(key, k -> new Said(draft));
    boolean same = draft.severity() == Severity.INFO && one.draft.severity() == Severity.INFO;
    one.draft = draft;
    one.silent = -1;
    return one.told++ % REPEATS == 0 || !same;
  }

  /**
   * Ends a look: hands over what ended with it.
   *
   * @param unsure streams of which this look knows too little to take anything back
   */
  void ended(String lookedAt, Set<String> unsure, Consumer<Draft> resolved) {
    for (Iterator<Said> each = said.values().iterator(); each.hasNext(); ) {
      Said one = each.next();
      String stream = one.draft.subject().stream();
      one.silent += one.silent >= 0 && stream != null && unsure.contains(stream) ? 0 : 1;
      if (one.silent >= PATIENCE) {
        each.remove();
        resolved.accept(one.draft.resolved("no longer so at " + lookedAt));
      }
    }
  }

  /** Ends everything said about a stream. */
  void gone(String stream, String reason, Consumer<Draft> resolved) {
    for (Iterator<Said> each = said.values().iterator(); each.hasNext(); ) {
      Draft draft = each.next().draft;
      if (stream.equals(draft.subject().stream())) {
        each.remove();
        resolved.accept(draft.resolved(reason));
      }
    }
  }
}
