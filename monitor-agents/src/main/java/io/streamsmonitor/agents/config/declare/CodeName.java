package io.streamsmonitor.agents.config.declare;

import java.util.List;

/**
 * What a name in code can be.
 *
 * @param texts whole names
 * @param patterns names with holes, {@code *} for each
 * @param certain whether there is nothing else it can be
 */
public record CodeName(List<String> texts, List<String> patterns, boolean certain) {
  static final CodeName UNKNOWN = new CodeName(List.of(), List.of(), false);

  public CodeName {
    texts = List.copyOf(texts);
    patterns = List.copyOf(patterns);
  }

  /** Whether it is certainly this one name and no other. */
  public boolean isExactly(String name) {
    return single() && texts.get(0).equals(name);
  }

  /** Whether it is certainly one name. */
  public boolean single() {
    return certain && texts.size() == 1 && patterns.isEmpty();
  }

  /** Whether it may be this name, as far as is known. */
  public boolean mayBe(String name) {
    return texts.contains(name) || patterns.stream().anyMatch(p -> fits(p, name));
  }

  private static boolean fits(String pattern, String name) {
    String[] parts = pattern.split("\\*", -1);
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      int found = name.indexOf(parts[i], at);
      if (found < 0 || (i == 0 && found != 0)) {
        return false;
      }
      at = found + parts[i].length();
    }
    // A pattern that is all hole fits everything, and so says nothing.
    boolean says = pattern.chars().filter(c -> c != '*').count() > 1;
    return says && (pattern.endsWith("*") || name.endsWith(parts[parts.length - 1]));
  }
}
