package io.streamsmonitor.agents.logs.parse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How serious a line calls itself, mildest first. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  FATAL;

  public boolean atLeast(LogLevel other) {
    return compareTo(other) >= 0;
  }

  /** The level a word means in any usual logger, or null. */
  public static @Nullable LogLevel of(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "TRACE", "VERBOSE", "FINEST", "FINER", "SILLY", "ALL", "TRC", "VRB" -> TRACE;
      case "DEBUG", "FINE", "CONFIG", "DBG", "DEBU" -> DEBUG;
      case "INFO", "INFORMATION", "INFORMATIONAL", "NOTICE", "LOG", "HTTP", "INF", "NOTE" -> INFO;
      case "WARN", "WARNING", "WRN", "WARNI" -> WARN;
      case "ERROR", "ERR", "SEVERE", "FAILURE", "ERRO", "EROR" -> ERROR;
      case "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "EMERGENCY", "PANIC", "DPANIC", "FTL" ->
          FATAL;
      default -> null;
    };
  }

  /** The level of bunyan's and pino's numbers, 10 to 60. */
  static LogLevel ofTens(int number) {
    return values()[Math.max(0, Math.min(5, number / 10 - 1))];
  }

  /** The level of OpenTelemetry's severity numbers, 1 to 24. */
  static LogLevel ofSeverityNumber(int number) {
    return values()[Math.max(0, Math.min(5, (number - 1) / 4))];
  }
}
