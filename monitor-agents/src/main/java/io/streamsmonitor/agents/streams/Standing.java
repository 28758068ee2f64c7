package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.Draft;
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

  private static final class Said {
    Draft draft;
    int silent;

    Said(Draft draft) {
      this.draft = draft;
    }
  }

  private final Map<String, Said> said = new HashMap<>();

  /** What a rule says in this look. */
  void say(Draft draft) {
    if (draft.resolution() != null) {
      said.remove(draft.key());
    } else {
      said.computeIfAbsent(draft.key(), k -> new Said(draft)).draft = draft;
      said.get(draft.key()).silent = -1;
    }
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
