package io.streamsmonitor.agents.logs.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the template of a message as Drain does (He et al. 2017): a tree of fixed depth by number
 * of words and first words, then the likeliest of the few that are left. Bounded: what was not seen
 * for longest is forgotten first.
 */
public final class TemplateTree {
  private static final double ALIKE = 0.6;
  private static final int CLUSTERS = 64;

  private final Map<String, List<Template>> leaves;
  private int next;

  /**
   * An empty tree.
   *
   * @param leaves kept at most; each holds up to 64 templates
   */
  public TemplateTree(int leaves) {
    this.leaves =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, List<Template>> eldest) {
            return size() > leaves;
          }
        };
  }

  /** The template the message belongs to, a new one where none fits. */
  public Template of(String message) {
    List<String> words = Masker.words(message);
    List<Template> near = leaves.computeIfAbsent(leaf(words), k -> new ArrayList<>(2));
    Template best = null;
    double most = 0;
    for (Template candidate : near) {
      double alike = candidate.likeness(words);
      if (alike > most) {
        most = alike;
        best = candidate;
      }
    }
    if (best == null || most < ALIKE) {
      if (near.size() >= CLUSTERS) {
        near.remove(0);
      }
      best = new Template(next++, words);
      near.add(best);
    } else if (most < 1) {
      best.widen(words);
    }
    return best;
  }

  private static String leaf(List<String> words) {
    String first = words.isEmpty() ? "" : words.get(0);
    String second = words.size() < 2 ? "" : words.get(1);
    return words.size() + "\u0001" + first + "\u0001" + second;
  }
}
