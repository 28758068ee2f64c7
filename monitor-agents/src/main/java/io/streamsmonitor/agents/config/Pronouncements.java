package io.streamsmonitor.agents.config;

import io.streamsmonitor.core.finding.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the auditor has said: each look says only what is new, what changed, and what is over. */
final class Pronouncements {
  private final Consumer<Draft> desk;
  private Map<String, Draft> said = new LinkedHashMap<>();

  Pronouncements(Consumer<Draft> desk) {
    this.desk = desk;
  }

  /**
   * Says the difference to what was said before.
   *
   * @param whole whether the look saw everything; else nothing is over
   */
  void say(Map<String, Draft> now, boolean whole, String moment) {
    Map<String, Draft> next = new LinkedHashMap<>(now);
    for (Map.Entry<String, Draft> before : said.entrySet()) {
      if (now.containsKey(before.getKey())) {
        continue;
      }
      if (whole) {
        desk.accept(before.getValue().resolved("no longer so " + moment));
      } else {
        next.put(before.getKey(), before.getValue());
      }
    }
    now.forEach(
        (key, draft) -> {
          Draft before = said.get(key);
          if (before == null || !same(before, draft)) {
            desk.accept(draft);
          }
        });
    said = next;
  }

  private static boolean same(Draft a, Draft b) {
    return a.severity() == b.severity()
        && a.title().equals(b.title())
        && a.details().equals(b.details());
  }
}
