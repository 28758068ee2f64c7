package io.streamsmonitor.agents.logs.problem;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a word of failure is said and no failure meant: counts of zero, settings, names. */
final class Negations {
  private static final String BETWEEN =
      "(?: (?:known|new|of|any|more|single|such|ddr|an?|the|previous|this|other|parse|fatal|network|read|write|on)\\b)?";

  /** What stands before any word and takes its meaning away. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i).*(?:(?:(?<![\\w.,:#-])0|\\b(?:zero|no|not|never|nothing|none|without|w/o|free of|ignor\\w+|if|unless|whether"
              + "|in case of|recover(?:ed|y|ing)? from|recovered|avoid\\w*|prevent\\w*|corrected|expected|simulat\\w+|0 of"
              + "|suppress\\w*|cleared|resolved|may|might|would|should|will(?: probably)?|will be))"
              + BETWEEN
              + "|(?:[\\w.]+[_-])|(?:^|[\\s\"'=(:])/(?:[\\w.@-]+/)*)[\\s\"'(]*$");

  /** What stands before a noun only: "test failed" is a failure, "test error" a name. */
  private static final Pattern BEFORE_NOUN =
      Pattern.compile(
          "(?i).*\\b(?:any|handl(?:e|es|ing)|test|last|max|maximum|allowed|on|clear|channel|topic|stream|queue|table|list|key|group|route|path|page|class|into)"
              + BETWEEN
              + "[\\s\"'(]*$");

  private static final Pattern KEEP = Pattern.compile("(?i).*\\b(?:not|on)\\s*$");

  /** What stands behind it: a value of nothing, a condition, the rest of a name. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?i)(?:[A-Za-z0-9]*[\"']?\\s*[=:]\\s*[\"']?(?:0(?:\\.0+)?%?(?![\\w.])|null|none|nil|never|false|\\[\\]|\\{\\}|no(?=\\s*(?:[,;)\\]}]|$))|<nil>"
              + "|[\"'](?![\\w]))|\\(s\\)\\s*[=:]?\\s*0\\b|\\s+0(?![\\w.])|:\\]"
              + "|\\s+(?:if|unless|code 0)\\b|[_-][a-z0-9]|s? (?:=|:) 0\\b).*",
          Pattern.DOTALL);

  /** What makes a noun the name of a part: {@code error handler}, {@code timeoutPolicy}. */
  private static final Pattern AFTER_NOUN =
      Pattern.compile(
          "(?i)(?:\\s|(?<=[a-z])(?=[A-Z]))(?:corrected|recovered|cleared|handlers?|handling|rates?|counts?|pages?|budget"
              + "|detector|threshold|callback|mapper|reporting|reporter|policy|tolerance|injection|logs?|stream|queue|topic"
              + "|channel|counter|support|protection|translation|filter|boundary|tracking|tracker|metrics?|level|state|dumps?|reports?)\\b.*",
          Pattern.DOTALL);

  /** {@code timeout=30s}, {@code timeout of 5000 ms}: a setting, unless something ran into it. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)(?:[\"']?\\s?[=:]\\s?[\"']?\\d.*|s?\\s+(?:is|set|to|of|value|changed|updated|configured|\\d+ ?(?:ms|s|sec|seconds|minutes)?\\s*$|for [^:=]{1,40}[:=]\\s*\\d|\\().*|(?:Ms|Millis|Sec|Seconds|[_-]?ms)\\b.*)",
          Pattern.DOTALL);

  private static final Set<String> LENIENT = Set.of("timeout", "timeouts", "time out");
  private static final Pattern NOUN =
      Pattern.compile(
          "err.*|exc.*|fail|failures?|timeouts?|crash|panic|fatal|traceback|deadlock|oom|fault|problems?");

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?i).*(?:\\berrors? (?:\\w+ ){0,2}corrected|corrected (?:\\w+ )?errors?|\\blink ok\\b|\\bno errors?\\b|\\bwithout errors?\\b"
              + "|\\bsucceeded after|success(?:fully)? (?:after|recovered)|\\b(?:forbidden|denied) by rule\\b).*",
          Pattern.DOTALL);

  private Negations() {}

  /** Whether the word at {@code [start, end)} does not mean a failure. */
  static boolean denies(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 32), start);
    String after = text.substring(end, Math.min(text.length(), end + 32));
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (AFTER.matcher(after).matches()) {
      return true;
    }
    if (LENIENT.contains(word) && SETTING.matcher(after).matches()) {
      return true;
    }
    boolean noun = NOUN.matcher(word).matches();
    if (noun && AFTER_NOUN.matcher(after).matches()) {
      return true;
    }
    boolean verb =
        !word.startsWith("err")
            && !word.startsWith("exc")
            && !word.startsWith("fail")
            && !word.startsWith("problem");
    return (BEFORE.matcher(before).matches() && !(verb && KEEP.matcher(before).matches()))
        || (noun && BEFORE_NOUN.matcher(before).matches());
  }

  /** Whether the line says of itself that all is well, at whatever level. */
  static boolean allIsWell(String text) {
    return WHOLE.matcher(text.length() > 400 ? text.substring(0, 400) : text).matches();
  }
}
