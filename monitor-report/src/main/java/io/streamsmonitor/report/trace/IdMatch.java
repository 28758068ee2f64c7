package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFields;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides which lines are about an id that may be given by its first characters. */
final class IdMatch implements LineMatch {
  private static final int CANDIDATES = 50;

  private final String id;
  private final Pattern word;
  private final Set<String> candidates = new TreeSet<>();

  IdMatch(String id) {
    this.id = id;
    this.word = Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "[\\w.:-]*");
  }

  @Override
  public boolean names(String text) {
    return text.contains(id);
  }

  @Override
  public @Nullable String in(String text, @Nullable LogFields fields) {
    String found = null;
    if (fields != null) {
      found = starting(LifecycleEvent.correlationId(fields));
      found = found == null ? starting(LifecycleEvent.messageId(fields)) : found;
    }
    if (found == null) {
      Matcher matcher = word.matcher(text);
      found = matcher.find() ? matcher.group().replaceFirst("[.:-]+$", "") : null;
    }
    if (found == null || (candidates.size() >= CANDIDATES && !known(found))) {
      return null;
    }
    candidates.add(found);
    return found;
  }

  /** Of all that was found, the id that is meant. */
  String meant() {
    if (candidates.contains(id) || candidates.isEmpty()) {
      return id;
    }
    if (candidates.size() > 1) {
      throw new AmbiguousId(id, candidates);
    }
    return candidates.iterator().next();
  }

  private boolean known(String found) {
    return found.equals(id) || candidates.contains(found);
  }

  private @Nullable String starting(@Nullable String value) {
    return value != null && value.startsWith(id) ? value : null;
  }
}
