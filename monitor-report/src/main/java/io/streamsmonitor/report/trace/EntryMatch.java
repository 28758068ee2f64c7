package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFields;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that name only the entry of a traced id: a plain error says which entry failed, seldom the
 * correlation id in it.
 */
final class EntryMatch implements LineMatch {
  /** Entries of one id that are followed. */
  private static final int MOST = 20;

  private static final Pattern ENTRY = Pattern.compile("(?<![\\w-])\\d{13}-\\d{1,10}(?![\\w-])");

  private final String traced;
  private final Set<String> ids;
  private final String prefix;

  private EntryMatch(String traced, Set<String> ids) {
    this.traced = traced;
    this.ids = ids;
    this.prefix = common(ids);
  }

  /** Of the entries that the events name; null where they name none but the traced id itself. */
  static @Nullable EntryMatch of(String traced, List<TraceEvent> events) {
    Set<String> ids = ids(events);
    ids.remove(traced);
    return ids.isEmpty() || ids.size() > MOST ? null : new EntryMatch(traced, ids);
  }

  /** Entries that the events are about. */
  static Set<String> ids(Collection<TraceEvent> events) {
    Set<String> ids = new LinkedHashSet<>();
    for (TraceEvent e : events) {
      Matcher entry = ENTRY.matcher(e.message());
      if (e.messageId() != null) {
        ids.add(e.messageId());
      } else if (entry.find()) {
        ids.add(entry.group());
      }
    }
    return ids;
  }

  private static String common(Set<String> ids) {
    String prefix = ids.iterator().next();
    for (String id : ids) {
      while (!id.startsWith(prefix)) {
        prefix = prefix.substring(0, prefix.length() - 1);
      }
    }
    return prefix;
  }

  @Override
  public boolean names(String text) {
    return text.contains(prefix) && ids.stream().anyMatch(text::contains);
  }

  @Override
  public @Nullable String in(String text, @Nullable LogFields fields) {
    String other = fields == null ? null : LifecycleEvent.correlationId(fields);
    if (other != null && !other.equals(traced)) {
      return null;
    }
    Matcher entry = ENTRY.matcher(text);
    while (entry.find()) {
      if (ids.contains(entry.group())) {
        return traced;
      }
    }
    return null;
  }
}
