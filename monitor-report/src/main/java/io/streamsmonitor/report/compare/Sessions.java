package io.streamsmonitor.report.compare;

import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far two sessions can be held against each other. */
final class Sessions {
  private Sessions() {}

  /** Services that the session watched or found in its output. */
  static Set<String> watched(SessionResult r) {
    Set<String> services = new TreeSet<>(r.session().services());
    r.checks().forEach(check -> services.add(check.service()));
    return services;
  }

  /** Whether it came to watch anything. */
  static boolean began(SessionResult r) {
    return r.session().end() != SessionEnd.PREFLIGHT_FAILED;
  }

  static List<String> notes(SessionResult before, SessionResult now) {
    List<String> notes = new ArrayList<>();
    Set<String> old = watched(before);
    Set<String> current = watched(now);
    services("not watched now", old, current, notes);
    services("not watched before", current, old, notes);
    Duration was = before.watched();
    Duration is = now.watched();
    if (was != null && is != null && apart(was, is)) {
      notes.add(
          "watched "
              + Span.ofMillis(was.toMillis())
              + " before and "
              + Span.ofMillis(is.toMillis())
              + " now: a shorter session sees less");
    }
    ended("before", before.session(), notes);
    ended("now", now.session(), notes);
    return notes;
  }

  private static void services(String what, Set<String> of, Set<String> but, List<String> notes) {
    Set<String> rest = new TreeSet<>(of);
    rest.removeAll(but);
    if (!rest.isEmpty()) {
      notes.add(what + ": " + String.join(", ", rest));
    }
  }

  private static boolean apart(Duration a, Duration b) {
    return Math.abs(a.toMillis() - b.toMillis()) * 4 > Math.max(a.toMillis(), b.toMillis());
  }

  private static void ended(String which, SessionRecord session, List<String> notes) {
    if (session.end() != SessionEnd.COMPLETE) {
      String end = session.end().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      @Nullable String reason = session.env().get("END_REASON");
      notes.add(
          "the session "
              + which
              + " is "
              + end
              + (reason == null || reason.isEmpty() ? "" : ": " + reason));
    }
    if (session.damagedLines() > 0) {
      String lines = Span.count(session.damagedLines(), "line");
      notes.add("the session " + which + " has " + lines + " that cannot be read");
    }
  }
}
