package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The processes that write a service's lines, where the lines name them. */
final class Pids {
  private static final int KNOWN = 1_000;

  /** Lines in a row by which a new process has taken over. */
  private static final int ALONE = 4;

  /** Spring Boot, Redis and syslog. */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?:^(\\d{1,7}):[MSC] |\\b(?:TRACE|DEBUG|INFO|WARN|ERROR) +(\\d{1,7}) --- |^[A-Z][a-z]{2} [ \\d]\\d [\\d:]{8} \\S+ [\\w.-]+\\[(\\d{1,7})\\]:)");

  private final Set<String> seen = new HashSet<>();
  private @Nullable String last;
  private int replacements;
  private int run;
  private boolean several;

  void line(LogEvent line) {
    String pid = pid(line);
    if (pid == null) {
      return;
    }
    if (!pid.equals(last)) {
      // A process that speaks again was never replaced: several of them write this log.
      several |= !seen.add(pid) || seen.size() > KNOWN;
      last = pid;
      run = 0;
    }
    if (++run == ALONE && seen.size() > 1) {
      replacements++;
    }
  }

  private static @Nullable String pid(LogEvent line) {
    String field = line.field("pid");
    if (!field.isEmpty() || !line.fields().isEmpty()) {
      return field.isEmpty() ? null : field;
    }
    String head = line.text().substring(0, Math.min(100, line.text().length()));
    Matcher m = IN_TEXT.matcher(head);
    if (!m.find()) {
      return null;
    }
    return m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
  }

  int replacements() {
    return several ? 0 : replacements;
  }
}
