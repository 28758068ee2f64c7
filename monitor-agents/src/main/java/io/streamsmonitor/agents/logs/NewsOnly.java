package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.finding.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Lets a draft pass when it says something its last version did not. */
final class NewsOnly implements Consumer<Draft> {
  private static final int REMEMBERED = 20_000;

  private final Consumer<Draft> out;
  private final Map<String, String> last =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  NewsOnly(Consumer<Draft> out) {
    this.out = out;
  }

  @Override
  public void accept(Draft draft) {
    String says =
        draft.severity()
            + "|"
            + draft.occurrences()
            + "|"
            + draft.resolution()
            + "|"
            + draft.title();
    if (draft.resolution() != null && !last.containsKey(draft.key())) {
      return;
    }
    if (!says.equals(last.put(draft.key(), says))) {
      out.accept(draft);
    }
  }
}
