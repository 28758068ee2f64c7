package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every rule on every stream that may have something new to say. Where nothing changed over more
 * looks than any rule's window of samples, only time can change a verdict: such streams are judged
 * in turns, unless they are few, and always when an entry has just waited too long.
 */
public final class StreamRules {
  /** The longest window of samples that a rule or a trend takes. */
  private static final int WINDOW = 6;

  /** Where nothing is pending and nothing unread, hardly anything can come of time alone. */
  private static final int QUIET_WINDOW = 2;

  private static final int QUIET_TURNS = 8;

  private static final int TURNS = 4;

  /** Up to so many still streams with work waiting are judged at every look. */
  private static final int FEW = 100;

  private final Rules<StreamView> rules = Rules.load(StreamRule.class);
  private final Set<String> skipped = new HashSet<>();
  private long look;
  private @Nullable Instant before;
  private int still;
  private boolean few;

  /**
   * What the rules say, by stream.
   *
   * @param all whether every stream is to be judged, such as at the end
   */
  public Map<Name, List<Draft>> check(List<StreamView> views, boolean all) {
    Map<Name, List<Draft>> drafts = new LinkedHashMap<>();
    skipped.clear();
    look++;
    few = still <= FEW;
    still = 0;
    for (StreamView view : views) {
      if (!all && !turn(view)) {
        skipped.add(view.name());
        continue;
      }
      List<Draft> said = new ArrayList<>(2);
      rules.check(view, said::add);
      if (!said.isEmpty()) {
        drafts.put(view.stream().name(), said);
      }
    }
    before = views.isEmpty() ? before : views.get(0).now();
    return drafts;
  }

  private boolean turn(StreamView view) {
    int unchanged = view.track().unchanged();
    if (unchanged <= QUIET_WINDOW) {
      return true;
    }
    boolean quiet = true;
    for (GroupView group : view.groups()) {
      quiet &= group.now().pending() == 0 && group.lag() == 0;
    }
    if (quiet) {
      return turn(view, QUIET_TURNS);
    }
    still++;
    return few || unchanged <= WINDOW || tooOldSince(view) || turn(view, TURNS);
  }

  private boolean turn(StreamView view, int turns) {
    return (look + view.stream().name().hashCode()) % turns == 0;
  }

  /** Whether the last look did not yet see an entry wait too long, and this one does. */
  private boolean tooOldSince(StreamView view) {
    Instant then = before;
    long limit = view.limits().pendingAge().toMillis();
    for (GroupView group : view.groups()) {
      if (then != null && group.track().pel().passed(limit, then, view.now())) {
        return true;
      }
    }
    return false;
  }

  /** Streams that were not judged in the newest look; what was said of them stands. */
  public Set<String> skipped() {
    return skipped;
  }
}
