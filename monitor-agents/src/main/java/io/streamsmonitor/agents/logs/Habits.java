package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;
import io.streamsmonitor.agents.logs.problem.ProblemJudge;
import io.streamsmonitor.agents.logs.template.Template;
import io.streamsmonitor.agents.logs.template.TemplateTree;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Rate;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.redact.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What services usually say while all is well: warnings, retries, and words never used before. */
final class Habits {
  private static final int LEAVES = 500;

  /** A service with more templates than these says new things all the time. */
  private static final int FEW_WORDS = 60;

  private static final int BASELINE_LINES = 50;
  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final Pattern RETRY =
      Pattern.compile(
          "(?i)\\b(?:re-?trying|re-?connecting|trying again|retry attempt|reconnect attempt|re-?attempting|backing off)\\b");

  /** The vocabulary of one service. */
  private static final class Vocabulary {
    final TemplateTree tree = new TemplateTree(LEAVES);
    int templates;
    long lines;
    @Nullable Instant lastNew;
  }

  private final LogWindow window;
  private final Redactor secrets;
  private final Map<String, Vocabulary> services = new HashMap<>();

  Habits(LogWindow window, Redactor secrets) {
    this.window = window;
    this.secrets = secrets;
  }

  void line(LogEvent line) {
    boolean record = line.level() != null || line.format().structured();
    if (!record || line.format() == LineFormat.BLANK || line.atLeast(LogLevel.ERROR)) {
      return;
    }
    Vocabulary words = services.computeIfAbsent(line.service(), k -> new Vocabulary());
    Template template = words.tree.of(secrets.redact(line.message()));
    boolean known = template.id() < words.templates;
    boolean novel = !known && settled(words);
    words.lines++;
    if (!known) {
      words.templates = template.id() + 1;
      words.lastNew = window.now();
    }
    SightingKind kind = kind(line, template, novel);
    if (kind != null && ProblemJudge.judge(line, null) == null) {
      window.sight(kind, template.name(), new LogEntry(line), null, window.now());
    }
  }

  private @Nullable SightingKind kind(LogEvent line, Template template, boolean novel) {
    if (RETRY.matcher(line.message()).find()) {
      return SightingKind.RETRIED;
    }
    if (line.level() == LogLevel.WARN) {
      return SightingKind.WARNED;
    }
    boolean again = window.knows(SightingKind.NOVEL, line.service(), template.name());
    return novel || again ? SightingKind.NOVEL : null;
  }

  /** Whether the service has talked long enough, and long enough without a new word. */
  private boolean settled(Vocabulary words) {
    Instant now = window.now();
    return words.lines >= BASELINE_LINES
        && words.templates <= FEW_WORDS
        && words.lastNew != null
        && !words.lastNew.plus(SETTLED).isAfter(now)
        && !window.opened().plus(Rate.BASELINE).isAfter(now);
  }
}
