package io.streamsmonitor.report.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Every log of a session read side by side, once: message events in the order of their times. */
public final class Timeline {
  private Timeline() {}

  /** The same where no stream's name is known. */
  public static Map<String, LogSurvey> read(List<LogFile> logs, Consumer<LifecycleEvent> out)
      throws IOException {
    return read(logs, List.of(), out);
  }

  /**
   * Hands every message event over and says what each service's log offered. Holds one event a log.
   *
   * @param streams names that plain lines of services without lifecycle lines may speak of
   * @return a survey for each log, by service
   */
  public static Map<String, LogSurvey> read(
      List<LogFile> logs, Collection<String> streams, Consumer<LifecycleEvent> out)
      throws IOException {
    Map<String, LogSurvey> surveys = new TreeMap<>();
    List<LogCursor> opened = new ArrayList<>();
    try {
      PriorityQueue<LogCursor> queue = new PriorityQueue<>();
      for (LogFile log : logs) {
        LogSurvey survey = surveys.computeIfAbsent(log.service(), k -> new LogSurvey());
        LogCursor cursor = new LogCursor(log, survey, streams);
        opened.add(cursor);
        if (cursor.advance()) {
          queue.add(cursor);
        }
      }
      for (LogCursor next = queue.poll(); next != null; next = queue.poll()) {
        out.accept(next.event());
        if (next.advance()) {
          queue.add(next);
        }
      }
    } finally {
      for (LogCursor cursor : opened) {
        cursor.close();
      }
    }
    return surveys;
  }
}
