package io.streamsmonitor.agents.logs.parse;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the word that states the level of a plain line, and not the same word in its message. */
final class LevelText {
  private static final int LIMIT = 140;

  /** Upper case stands alone; lower case only in brackets, before a colon, or as {@code level=}. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:(?<![\\w./=-])|(?<=[a-z]\\.)(?=[A-Z]+: ))(?:(?<upper>TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|SEVERE|FATAL"
              + "|CRITICAL|CRIT|ALERT|EMERG|PANIC|INF|WRN|DBG|FTL|ERRO|(?:LOG|STATEMENT|DETAIL|HINT|CONTEXT|QUERY)(?=: ))(?![\\w=])(?!\\.\\w)(?!-\\w)"
              + "|[\\[<(|](?<boxed>\\w+:)?(?<lower>trace|debug|info|notice|warn|warning|error|err"
              + "|fatal|critical|crit|alert|emerg|Information|Warning|Error|Critical|Info|Debug)[\\]>)|]"
              + "|(?i:level|severity|lvl)[\"']?\\s?[=:]\\s?[\"']?(?<named>[A-Za-z]+)"
              + "|(?<head>npm ERR!|npm WARN))");

  /** A lower-case level right after the time or at the very beginning. */
  private static final Pattern FIRST =
      Pattern.compile(
          "[\\s|\\]:,-]*(?:\\[[\\w.@/-]{1,40}\\]\\s+)?(?<word>(?i:trace|debug|info|notice|normal|warn|warning|error|err|fatal|critical|crit|fail))(?<sep>\\s*[:|\\]]|\\s+-|\\[\\d+\\]:?|\\s{2,})");

  /** Android's, glog's and Serilog's one letter. */
  private static final Pattern LETTER =
      Pattern.compile("(?:^|[\\s\\[|])(?<letter>[VDIWEF])(?:[\\s/|\\]](?!\\s*=)|(?=\\d{4} ))");

  private static final Pattern GLOG = Pattern.compile("[IWEFD]\\d{4}(?:\\d{2})? ");

  /** What PostgreSQL says beside an error, in lines of their own. */
  private static final Set<String> BESIDE =
      Set.of("STATEMENT", "DETAIL", "HINT", "CONTEXT", "QUERY");

  /** Redis writes a sign for its level: {@code 1:M 02 Jan 2026 03:04:05.123 # message}. */
  private static final Pattern REDIS = Pattern.compile("(?:\\d+:[XCSM]|\\[\\d+\\]) \\d{1,2} .*");

  /** A level, and where its word ends. */
  record Found(LogLevel level, int end) {}

  private LevelText() {}

  static @Nullable Found find(String text, int afterTime) {
    int limit = Math.min(text.length(), LIMIT);
    int from = Math.max(0, afterTime);
    Found sign = afterTime < 0 ? null : sign(text, afterTime);
    if (sign != null) {
      return sign;
    }
    Matcher first = FIRST.matcher(text).region(from, limit);
    if (first.lookingAt()) {
      String word = first.group("word");
      boolean column = first.group("sep").isBlank();
      boolean said =
          afterTime >= 0 || column || Character.isLowerCase(word.charAt(0)) || upper(word);
      LogLevel level =
          switch (word.toLowerCase(Locale.ROOT)) {
            case "fail" -> LogLevel.ERROR;
            case "normal" -> column ? LogLevel.INFO : null;
            default -> LogLevel.of(word);
          };
      if (level != null && said) {
        return new Found(level, first.end("word"));
      }
    }
    Matcher m = WORD.matcher(text).region(0, limit).useTransparentBounds(true);
    while (m.find()) {
      String word = word(m);
      LogLevel level = word.startsWith("npm ") ? npm(word) : LogLevel.of(word);
      if (BESIDE.contains(word)) {
        level = LogLevel.DEBUG;
      }
      if (level != null) {
        return new Found(level, m.end());
      }
    }
    return letter(text, afterTime, limit);
  }

  private static @Nullable Found sign(String text, int afterTime) {
    int at = afterTime + 1;
    if (at + 1 >= text.length()
        || ".-*#".indexOf(text.charAt(at)) < 0
        || text.charAt(at + 1) != ' '
        || !REDIS.matcher(text).lookingAt()) {
      return null;
    }
    LogLevel level =
        switch (text.charAt(at)) {
          case '#' -> LogLevel.WARN;
          case '*' -> LogLevel.INFO;
          default -> LogLevel.DEBUG;
        };
    return new Found(level, at + 1);
  }

  private static @Nullable Found letter(String text, int afterTime, int limit) {
    if (GLOG.matcher(text).lookingAt()) {
      return new Found(ofLetter(text.charAt(0)), 1);
    }
    if (afterTime < 0) {
      return null;
    }
    Matcher m = LETTER.matcher(text).region(afterTime, Math.min(limit, afterTime + 30));
    return m.find() ? new Found(ofLetter(m.group("letter").charAt(0)), m.end()) : null;
  }

  private static LogLevel ofLetter(char letter) {
    return switch (letter) {
      case 'V' -> LogLevel.TRACE;
      case 'D' -> LogLevel.DEBUG;
      case 'W' -> LogLevel.WARN;
      case 'E' -> LogLevel.ERROR;
      case 'F' -> LogLevel.FATAL;
      default -> LogLevel.INFO;
    };
  }

  private static LogLevel npm(String word) {
    return word.endsWith("WARN") ? LogLevel.WARN : LogLevel.ERROR;
  }

  private static boolean upper(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String word(Matcher m) {
    for (String group : new String[] {"upper", "lower", "named", "head"}) {
      if (m.group(group) != null) {
        return m.group(group);
      }
    }
    return "";
  }
}
