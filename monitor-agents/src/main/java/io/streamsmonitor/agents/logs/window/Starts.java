package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Each time a service said that it starts. */
public final class Starts {
  private static final int KINDS = 32;
  private static final Duration APART = Duration.ofMillis(800);
  private static final Pattern BANNER =
      Pattern.compile(
          "(?i).*(?:\\bstarted \\S+ in [\\d.]+ ?(?:s|ms|sec|seconds)\\b|\\b(?:server|app|application|service|worker) (?:is )?(?:now )?"
              + "(?:started|starting|running|listening|booting|up and running|ready)\\b|\\blistening (?:on|at) (?:\\S*:)?(?:port )?\\S*\\d"
              + "|\\bstarting \\S+(?: \\S+)? (?:v\\d|using java|on port|with pid)|\\bbooting (?:up|worker|application)"
              + "|\\bready to accept connections|\\bserving on\\b|\\bstarting up\\b|^starting\\b.{0,60}$|\\binitiali[sz]ing (?:application|service)).*");

  /**
   * With the service's own name in it: "Started rating worker", "geocoder 4.2.0 starting". Work may
   * start in such words, too, so that these count only where something went wrong since the last.
   */
  private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:started|starting)\\b");

  private static final Pattern BROKE =
      Pattern.compile(
          "^Traceback \\(most recent|^panic: |^Exception in thread|(?i)\\bexit(?:ed)? (?:with )?(?:code|status)");

  private static final int NAMED_CHARS = 80;

  /** One of these stands in every banner. */
  private static final List<String> WORDS =
      List.of("start", "running", "listening", "booting", "ready", "serving", "initiali");

  private final Map<String, List<LogEvent>> byWords = new LinkedHashMap<>();
  private final List<LogEvent> announced = new ArrayList<>();
  private long seen;
  private boolean broken;

  void line(LogEvent line) {
    broken |= line.atLeast(LogLevel.ERROR) || BROKE.matcher(line.message()).find();
    if ("service.started".equals(line.event())) {
      announced.add(line);
      seen++;
    } else if (banner(line.message()) || named(line)) {
      seen++;
      broken = false;
      String words =
          line.message().replaceAll("[\\d.]+ ?(?:ms|s|seconds)\\b|(?i)pid[ =:]*\\d+", "#");
      if (byWords.size() < KINDS || byWords.containsKey(words)) {
        List<LogEvent> seen = byWords.computeIfAbsent(words, k -> new ArrayList<>());
        if (seen.isEmpty() || apart(seen.get(seen.size() - 1), line)) {
          seen.add(line);
        }
      }
    }
  }

  private static boolean banner(String text) {
    return text.length() < 300 && worded(text) && BANNER.matcher(text).matches();
  }

  private boolean named(LogEvent line) {
    String text = line.message();
    return (broken || seen == 0)
        && text.length() < NAMED_CHARS
        && worded(text)
        && !line.service().isEmpty()
        && NAMED.matcher(text).find()
        && text.toLowerCase(Locale.ROOT).contains(line.service().toLowerCase(Locale.ROOT));
  }

  private static boolean worded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("srlbi".indexOf(text.charAt(i) | 0x20) >= 0 && worded(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean worded(String text, int at) {
    for (String word : WORDS) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean apart(LogEvent before, LogEvent line) {
    return Duration.between(at(before), at(line)).compareTo(APART) >= 0;
  }

  private static Instant at(LogEvent line) {
    return line.time() == null ? line.raw().arrived() : line.time().at();
  }

  /** Lines that say so, whether they count or not. */
  long seen() {
    return seen;
  }

  /** Lines {@code service.started}. */
  public List<LogEvent> announced() {
    return List.copyOf(announced);
  }

  /** The start-up line that was written most often, each time. */
  public List<LogEvent> mostRepeated() {
    List<LogEvent> most = List.of();
    for (List<LogEvent> seen : byWords.values()) {
      most = seen.size() > most.size() ? seen : most;
    }
    return List.copyOf(most);
  }
}
