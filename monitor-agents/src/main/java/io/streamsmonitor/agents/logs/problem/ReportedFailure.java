package io.streamsmonitor.agents.logs.problem;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.StatedError;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a line reports without calling itself a warning. Only what is said of an event
 * counts: a verb in its place, a count that is not zero, an outcome, the text of an exception. A
 * noun alone may name a handler, a page or a setting.
 */
final class ReportedFailure {
  private static final int LONGEST = 4_000;

  private static final Phrases FAILED = Phrases.listed("failed, failure,");

  /** What follows the verb: {@code failed to}, {@code failed replaying}, {@code failed: …}. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:\\s+(?:to|for|with|at|after|because|due|on|in|during|while|when|by|from|again|twice|permanently|[a-z]+ing)\\b"
              + "|[:;.,!)\\]\"']+(?:\\s|$)|\\s*[-–]\\s|\\s*$|\\s*\\().*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern AUXILIARY =
      Pattern.compile(
          ".*\\b(?:has|have|had|was|were|been|is|are) $",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** {@code Failed authentication with …} at the beginning; {@code Failed tasks: 3} is a count. */
  private static final Pattern OPENING = Pattern.compile("(?:.*[:\\]|>-])?\\s*", Pattern.DOTALL);

  private static final Pattern COUNTED =
      Pattern.compile("\\s+(?:\\w+ ){0,2}\\w+\\s*[=:]\\s*\\d.*", Pattern.DOTALL);

  /** A state in capitals, the text of an exception. */
  private static final Pattern SHOUTED =
      Pattern.compile(
          "(?<![\\w./-])(?:FAILED|FAILURE|(?<!(?:SHUT|SHUTTING|SCALING|SLOW|KEY|ROLL|TOUCH) )DOWN|UNREACHABLE|UNHEALTHY|ERROR)(?![\\w=./-])"
              + "|\\b(?i:node|host|server|peer|broker|member|replica|interface|instance|backend|worker) \\S+ (?:is |went |now )*down\\b"
              + "|\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): |^(?:\\w*Error|\\w+Exception): "
              + "|\\b[A-Z]\\w+(?:Error|Exception)\\(['\"]");

  private static final String NOUNS =
      "failed|failures?|errors?|dropped|lost|rejected|aborted|corrupted|timed[ _-]?out";

  /** {@code failed=12}, {@code 3 errors}. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)(?<![\\w.-])(?:"
              + NOUNS
              + ")[\"']?\\s*[=:]\\s*[\"']?[1-9]\\d{0,8}(?![\\w:%-]|\\.\\d)"
              + "|(?<![\\w.,:#/=-])(?<!(?:max|to|most|of|limit|every|first|last|than|allow|allows|port|pid|code|attempt|line|status) )[1-9]\\d{0,8} (?:[a-z]+ )?(?:"
              + NOUNS
              + ")\\b(?![=_-]| ?: ?0\\b| allowed)");

  private static final Pattern COUNT_FIELD =
      Pattern.compile("(?i)(?:\\w+\\.)*(?:" + NOUNS + ")(?:_?(?:count|total|messages|entries))?");

  /** {@code status: failed}. */
  private static final Pattern OUTCOME =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:status|state|result|outcome|conclusion|\\w+Result)[\"']?\\s*[=:]\\s*[\"']?(?:"
              + "failed|failure|fail|error|aborted|crashed|down|lost|dead|unhealthy|timed[ _-]?out)(?![\\w.=-])");

  private static final List<String> OUTCOME_FIELDS =
      List.of("status", "state", "result", "outcome", "conclusion", "health");
  private static final Pattern BAD =
      Pattern.compile(
          "(?i)failed|failure|fail|error|aborted|crashed|down|lost|dead|unhealthy|timed[ _-]?out");

  private ReportedFailure() {}

  /** The word that reports it, or null. */
  static @Nullable String in(LogEvent line) {
    String said = line.message();
    if (said.length() > LONGEST) {
      return null;
    }
    String word = ProblemJudge.meant(FailureWords.REPORTED, said);
    if (word != null) {
      return word;
    }
    if (failed(said)) {
      return "failed";
    }
    word = found(SHOUTED, said);
    if (word == null) {
      word = found(COUNT, said);
    }
    if (word == null) {
      word = found(OUTCOME, said);
    }
    return word == null ? field(line.fields()) : word;
  }

  private static boolean failed(String said) {
    for (Phrases.Hit hit = FAILED.next(said, 0); hit != null; hit = FAILED.next(said, hit.end())) {
      String before = said.substring(0, hit.start());
      String after = said.substring(hit.end());
      boolean noun = hit.phrase().equals("failure");
      boolean verb =
          BEHIND.matcher(after).matches()
              || (!noun && AUXILIARY.matcher(before).matches())
              || (!noun && OPENING.matcher(before).matches() && !COUNTED.matcher(after).matches());
      if (verb && !Negations.denies(said, hit.start(), hit.end())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String found(Pattern pattern, String said) {
    Matcher m = pattern.matcher(said);
    while (m.find()) {
      if (!Negations.denies(said, m.start(), m.end())) {
        return m.group().strip();
      }
    }
    return null;
  }

  private static @Nullable String field(Map<String, String> fields) {
    if (fields.isEmpty()) {
      return null;
    }
    if (StatedError.in(fields) != null) {
      return "error";
    }
    for (String name : OUTCOME_FIELDS) {
      if (BAD.matcher(fields.getOrDefault(name, "")).matches()) {
        return name;
      }
    }
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (field.getValue().matches("[1-9]\\d{0,8}")
          && COUNT_FIELD.matcher(field.getKey()).matches()) {
        return field.getKey();
      }
    }
    return null;
  }
}
