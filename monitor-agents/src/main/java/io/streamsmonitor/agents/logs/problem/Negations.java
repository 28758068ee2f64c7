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
          "(?i).*(?:(?:(?<![\\w.,:#=-])0|\\b(?:zero|no|not|never|nothing|none|without|w/o|free of|ignor\\w+|if|unless|whether"
              + "|in case of|recover(?:ed|y|ing)? from|recovered|avoid\\w*|prevent\\w*|corrected|expected|simulat\\w+|0 of(?: [\\d,]+(?: \\w+)?)?"
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
              + "|[\"'](?![\\w]))|\\(s\\)\\s*[=:]?\\s*0\\b|\\s+(?:0(?![\\w.])|<nil>|nil\\b|null\\b)|:\\]"
              + "|\\s+(?:if|unless|code 0|(?:(?:is|was|were|has been|have been) )?(?:cleared|resolved|lifted))\\b|[_-][a-z0-9]|s? (?:=|:) 0\\b).*",
          Pattern.DOTALL);

  /** What makes a noun the name of a part: {@code error handler}, {@code timeoutPolicy}. */
  private static final Pattern AFTER_NOUN =
      Pattern.compile(
          "(?i)(?:\\s|(?<=[a-z])(?=[A-Z]))(?:corrected|recovered|cleared|handlers?|handling|rates?|counts?|pages?|budget"
              + "|detector|threshold|callback|mapper|reporting|reporter|policy|tolerance|injection|logs?|stream|queue|topic"
              + "|channel|counter|support|protection|translation|filter|boundary|tracking|tracker|metrics?|level|state|dumps?|reports?)\\b.*",
          Pattern.DOTALL);

  /** {@code failures@example.org} is somebody's. */
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]*@[\\w-]+\\..*", Pattern.DOTALL);

  /** {@code timeout=30s}, {@code timeout of 5000 ms}: a setting, unless something ran into it. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)(?:[\"']?\\s?[=:]\\s?[\"']?\\d.*|s?\\s+(?:is|set|to|of|value|changed|updated|configured|\\d+ ?(?:ms|s|sec|seconds|minutes)?\\s*$|for [^:=]{1,40}[:=]\\s*\\d|\\().*|(?:Ms|Millis|Sec|Seconds|[_-]?ms)\\b.*)",
          Pattern.DOTALL);

  /** {@code retrying failed jobs}: those that failed before are dealt with now. */
  private static final Pattern BEFORE_ADJECTIVE =
      Pattern.compile(
          "(?i).*\\b(?:to|of|from|for|any|all|re-?tr(?:y|ies|ied|ying)|requeu\\w*|resubmit\\w*|replay\\w*|skip\\w*|remov\\w*|clean\\w*|purg\\w*|collect\\w*)"
              + " (?:the |all |any )?$");

  private static final Set<String> ADJECTIVES =
      Set.of("failed", "crashed", "lost", "killed", "dropped", "rejected", "aborted", "stuck");

  private static final Pattern AFTER_ADJECTIVE =
      Pattern.compile("(?i) (?!(?:to|for|with|at|after|because|due)\\b)[a-z]+.*", Pattern.DOTALL);

  /** Inside a path, an address of several parts or an option a word is a name. */
  private static final Pattern IN_PATH =
      Pattern.compile("(?:.*\\s)?(?:\\S*/\\S*/\\S*|--?[A-Za-z]\\S*)");

  /** {@code errors=continue} is a setting; who is killed by a scheduler was to be. */
  private static final Pattern ON_ERRORS = Pattern.compile("=[a-z][\\w-]*.*", Pattern.DOTALL);

  private static final Pattern BY_INTENT =
      Pattern.compile(
          "(?i) by (?!(?:the )?(?:oom|kernel|signal|sig|watchdog|system)).*", Pattern.DOTALL);

  private static final Set<String> LENIENT = Set.of("timeout", "timeouts", "time out");
  private static final Pattern NOUN =
      Pattern.compile(
          "err.*|exc.*|fail|failures?|timeouts?|crash|panic|fatal|traceback|deadlock|oom|fault|problems?");

  private Negations() {}

  /** Whether the word at {@code [start, end)} does not mean a failure. */
  static boolean denies(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 32), start);
    String after = text.substring(end, Math.min(text.length(), end + 32));
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (AFTER.matcher(after).matches() || ADDRESS.matcher(after).matches()) {
      return true;
    }
    if (LENIENT.contains(word) && SETTING.matcher(after).matches()) {
      return true;
    }
    if (IN_PATH.matcher(text.substring(Math.max(0, start - 200), start)).matches()) {
      return true;
    }
    if (ADJECTIVES.contains(text.substring(start, end))
        && BEFORE_ADJECTIVE.matcher(before).matches()
        && AFTER_ADJECTIVE.matcher(after).matches()) {
      return true;
    }
    if ((word.equals("errors") && ON_ERRORS.matcher(after).matches())
        || (word.equals("killed") && BY_INTENT.matcher(after).matches())) {
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
}
