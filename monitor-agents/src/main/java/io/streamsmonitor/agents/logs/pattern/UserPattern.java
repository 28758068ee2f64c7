package io.streamsmonitor.agents.logs.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;

/**
 * A pattern of {@code log-patterns:} in monitor.yml. It runs on RE2, in time linear in the line's
 * length: look-around and back-references are refused.
 */
public final class UserPattern {
  /** The Log Watcher's categories, as the specification names them. */
  public static final List<String> CATEGORIES =
      List.of(
          "BUG",
          "ANOMALY",
          "SECURITY",
          "CRASH",
          "RETRY_STORM",
          "MEMORY_LEAK",
          "TIMEOUT",
          "DOC_DRIFT");

  private final Pattern pattern;
  private final String category;
  private final Severity severity;

  private UserPattern(Pattern pattern, String category, Severity severity) {
    this.pattern = pattern;
    this.category = category;
    this.severity = severity;
  }

  /**
   * The pattern.
   *
   * @throws IllegalArgumentException if it is no expression or the category is none, in words for
   *     the user
   */
  public static UserPattern of(String expression, String category, Severity severity) {
    if (!CATEGORIES.contains(category)) {
      throw new IllegalArgumentException(
          "\"" + category + "\" is not one of " + String.join(", ", CATEGORIES));
    }
    return new UserPattern(compiled(expression), category, severity);
  }

  static Pattern compiled(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\""
              + expression
              + "\" is no expression that runs in linear time: "
              + e.getDescription()
              + "; look-around and back-references are not possible",
          e);
    }
  }

  /** Whether the line has it. */
  public boolean in(String line) {
    return pattern.matcher(line).find();
  }

  public String expression() {
    return pattern.pattern();
  }

  public String category() {
    return category;
  }

  public Severity severity() {
    return severity;
  }
}
