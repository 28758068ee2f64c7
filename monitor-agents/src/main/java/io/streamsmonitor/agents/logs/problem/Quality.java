package io.streamsmonitor.agents.logs.problem;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;
import java.util.regex.Pattern;

/** Whether a line is at the wrong level, or tells its reader too much. */
public final class Quality {
  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?i).*(?:\\bvalidation (?:error|failed|failure)|\\bvalidat\\w+ (?:error|exception)|\\bvalidationerror|\\binvalid (?:input|request|email|payload|argument"
              + "|parameter|credentials|password|field|value|format|user)|\\bbad request\\b|\\bmissing (?:required )?(?:field|parameter)"
              + "|\\bis required\\b|\\bnot found: user|\\buser not found|\\bunauthorized\\b|\\b40[0134] |\\bmust (?:be|not be) ).*",
          Pattern.DOTALL);
  private static final Pattern FOR_USERS =
      Pattern.compile(
          "(?i).*(?:\\b(?:respon(?:se|ding|ded)|repl(?:y|ied|ying)|return(?:ed|ing)|sent|sending|show(?:n|ing)|display(?:ed|ing)?)\\b.{0,40}\\b(?:user|client|caller|customer"
              + "|browser|body|[45]\\d\\d)\\b|\\b(?:user|client)[ _-]?(?:facing|message|response)|\\bHTTP [45]\\d\\d (?:response|body)|\\bresponse ?body\\b).*",
          Pattern.DOTALL);
  private static final Pattern INTERNAL =
      Pattern.compile(
          ".*(?:(?<![\\w./:])/(?:home|usr|var|opt|app|srv|root|etc|Users|workspace)/[\\w.-]+/?[\\w./-]*|[A-Z]:\\\\\\w+\\\\|\\bat [\\w$.]+\\([\\w.]+:\\d+\\)|\\bat .+\\.(?:js|ts|py):\\d+"
              + "|File \"[^\"]+\", line \\d+|\\b\\w+\\.(?:java|py|js|ts|go|rb|cs):\\d+\\b|(?:[a-z]\\w*\\.){2,}[A-Z]\\w*Exception).*",
          Pattern.DOTALL);

  private Quality() {}

  /** A refusal of somebody's input, stated as if the service had died. */
  public static boolean overstated(LogEvent line) {
    return line.level() == LogLevel.FATAL && expected(line);
  }

  /** Whether it is a refusal that belongs to normal operation. */
  static boolean expected(LogEvent line) {
    return EXPECTED.matcher(line.message()).matches();
  }

  /** A message meant for users that shows paths, files or frames of the inside. */
  public static boolean exposing(LogEvent line) {
    String said = line.message();
    return said.length() < 8_000
        && FOR_USERS.matcher(said).matches()
        && INTERNAL.matcher(said).matches();
  }
}
