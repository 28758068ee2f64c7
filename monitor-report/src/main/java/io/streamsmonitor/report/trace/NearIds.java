package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.log.LogFile;
import io.streamsmonitor.report.log.LogLine;
import io.streamsmonitor.report.log.LogReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids in the logs that look like one that no line names. */
final class NearIds {
  /** Of each log so much is looked through: who mistypes an id waits a moment, not a minute. */
  private static final long BYTES = 16L << 20;

  private static final int SHOWN = 3;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][\\w:-]{3,80}");

  private final String id;
  private final int far;
  private final Map<String, Integer> near = new TreeMap<>();

  private NearIds(String id) {
    this.id = id;
    this.far = Math.max(2, id.length() / 6);
  }

  static List<String> of(String id, List<LogFile> logs) throws IOException {
    NearIds ids = new NearIds(id);
    for (LogFile log : logs) {
      ids.read(log);
    }
    return ids.near.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void read(LogFile log) throws IOException {
    try (LogReader reader = new LogReader(log)) {
      LogLine line = reader.next();
      while (line != null && line.offset() < BYTES) {
        Matcher words = WORD.matcher(line.text());
        while (words.find()) {
          look(words.group());
        }
        line = reader.next();
      }
    }
  }

  private void look(String word) {
    boolean possible = Math.abs(word.length() - id.length()) <= far && hasDigit(word);
    if (possible && !near.containsKey(word)) {
      int distance = Distance.of(id, word, far);
      if (distance <= far) {
        near.put(word, distance);
        if (near.size() > 1_000) {
          near.remove(furthest());
        }
      }
    }
  }

  private String furthest() {
    return near.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
