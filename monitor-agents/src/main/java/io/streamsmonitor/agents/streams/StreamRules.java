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
 * Every rule on every stream that may have something new to say. Of many streams, those in which
 * nothing changed over more looks than any rule's window of samples are judged in turns: time alone
 * changes few verdicts, and the streams in which it just did are judged out of turn.
 */
public final class StreamRules {
  /** The longest window of samples that a rule or a trend takes. */
  private static final int WINDOW = 6;

  /** Where nothing is pending and nothing unread, hardly anything can come of time alone. */
  private static final int QUIET_WINDOW = 2;

  private static final int TURNS = 12;

  /** So many streams are judged at every look, whatever happened. */
  private static final int FEW = 100;

  private final Rules<StreamView> rules = Rules.load(StreamRule.class);
  private final Set<String> skipped = new HashSet<>();
  private long look;
  private @Nullable Instant before;

  /**
   * What the rules say, by stream.
   *
   * @param all whether every stream is to be judged, such as at the end
   */
  public Map<Name, List<Draft>> check(List<StreamView> views, boolean all) {
    Map<Name, List<Draft>> drafts = new LinkedHashMap<>();
    skipped.clear();
    look++;
    boolean each = all || views.size() <= FEW;
    for (StreamView view : views) {
      if (!each && !turn(view)) {
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
    if (unchanged <= QUIET_WINDOW || !view.deliveries().isEmpty()) {
      return true;
    }
    boolean quiet = true;
    for (GroupView group : view.groups()) {
      quiet &= group.now().pending() == 0 && group.lag() == 0;
    }
    return (!quiet && (unchanged <= WINDOW || tooLate(view)))
        || (look + view.stream().name().hashCode()) % TURNS == 0;
  }

  /** Whether an entry or a consumer has waited too long for just one look. */
  private boolean tooLate(StreamView view) {
    Instant then = before;
    if (then == null) {
      return false;
    }
    long limit = view.limits().pendingAge().toMillis();
    for (GroupView group : view.groups()) {
      GroupTrack track = group.track();
      if (track.pel().passed(limit, then, view.now()) || track.silenced(limit, then, view.now())) {
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
