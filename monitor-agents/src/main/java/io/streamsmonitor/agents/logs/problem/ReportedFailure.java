package io.streamsmonitor.agents.logs.problem;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.StatedError;
import java.util.List;
import java.util.Locale;
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

  private static final Phrases FAILED = Phrases.listed("failed, failure, error, exception,");

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
  private static final Pattern OPENING =
      Pattern.compile("(?:.*[:\\]|>=-])?[\"'\\s]*", Pattern.DOTALL);

  /** {@code error while storing}; at the beginning also {@code Error parsing}. */
  private static final Pattern HAPPENS =
      Pattern.compile(
          " (?:while|when|during|occurred|occured|in|on|at|from|trying|\\w+ing)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern OCCURS =
      Pattern.compile(
          " (?:while|when|during|occurred|occured)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern COUNTED =
      Pattern.compile("\\s+(?:\\w+ ){0,2}\\w+\\s*[=:]\\s*\\d.*", Pattern.DOTALL);

  /** A state in capitals, the text of an exception. */
  private static final Pattern SHOUTED =
      Pattern.compile(
          "(?<![\\w./-])(?:FAILED|FAILURE|FAIL|DEAD(?! LETTER)|(?<!(?:SHUT|SHUTTING|SCALING|SLOW|KEY|ROLL|TOUCH) )DOWN|UNREACHABLE|UNHEALTHY|ERROR)(?![\\w=./-])"
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
              + "failed|failure|fail|error|aborted|crashed|down|lost|dead|unhealthy|timed[ _-]?out)(?![\\w.=-])"
              + "|(?i)(?<![\\w-])(?:success(?:ful)?|succeeded|healthy)[\"']?\\s*[=:]\\s*[\"'\\[]?false\\b");

  /** {@code redis=down}: whatever it is, it is. */
  private static final Pattern IS_DOWN =
      Pattern.compile(
          "(?i)(?<![\\w/?&.-])[\\w.]+[\"']?[=:] ?[\"']?(?:down|unhealthy|unreachable|dead|crashed)(?![\\w.=/-])");

  /** {@code marked down}, {@code Healthy -> Degraded}, {@code is now failed}. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?i)(?:->|=>|→|\\b(?:to|now|became|becomes|marked|marked as|went|state))[ :]+[\"'\\[(]?"
              + "(?:degraded|unhealthy|dead|down|lost|failed|offline|critical|unreachable|suspect)\\b"
              + "(?=[\"'\\])]?\\s*(?:$|[.,;:!(]|(?:after|because|due|on|for|by|since|from|and|reason|with)\\b|\\w+=))");

  /** {@code status code 503}, {@code Sent 500 in 12ms}, a word alone, a vendor's number. */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?i)\\bstatus(?: code)?[ =:]+5\\d\\d\\b|\\bSent 5\\d\\d in\\b|^(?:fail|failed|failure|error|timeout|aborted|crash(?:ed)?)[.!]?$"
              + "|\\bno (?:\\w+ )?(?:leader|quorum|master|primary)\\b(?! (?:change|election))"
              + "|\\b(?:ORA|TNS|RMAN)-\\d{4,5}:|: [A-Z]+(?:_[A-Z]+)*_(?:FAILED|FAILURE|REFUSED|EXCEEDED|DENIED|TIMEOUT|LOST|UNREACHABLE)$");

  private static final List<Pattern> PATTERNS =
      List.of(SHOUTED, COUNT, OUTCOME, IS_DOWN, CHANGED, ANSWERED);

  private static final List<String> OUTCOME_FIELDS =
      List.of("status", "state", "result", "outcome", "conclusion", "health");
  private static final Pattern BAD =
      Pattern.compile(
          "(?i)failed|failure|fail|error|aborted|crashed|down|lost|dead|unhealthy|timed[ _-]?out");

  private static final Pattern DIRECTION =
      Pattern.compile("(?i).*(?:direction|trend|scal\\w*|scroll|vote|key|button|move|side)");

  private static final Pattern DOWN =
      Pattern.compile("(?i)down|unhealthy|unreachable|dead|crashed");

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
    for (Pattern pattern : PATTERNS) {
      word = found(pattern, said);
      if (word != null) {
        return word;
      }
    }
    return field(line.fields(), said);
  }

  private static boolean failed(String said) {
    for (Phrases.Hit hit = FAILED.next(said, 0); hit != null; hit = FAILED.next(said, hit.end())) {
      String before = said.substring(0, hit.start());
      String after = said.substring(hit.end());
      boolean opening = OPENING.matcher(before).matches();
      boolean verb =
          switch (hit.phrase()) {
            case "failed" ->
                BEHIND.matcher(after).matches()
                    || AUXILIARY.matcher(before).matches()
                    || (opening && !COUNTED.matcher(after).matches());
            case "failure" -> BEHIND.matcher(after).matches();
            default -> (opening ? HAPPENS : OCCURS).matcher(after).matches();
          };
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

  private static @Nullable String field(Map<String, String> fields, String said) {
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
    for (String name : List.of("success", "successful", "succeeded", "healthy")) {
      if (fields.getOrDefault(name, "").equalsIgnoreCase("false")) {
        return name;
      }
    }
    boolean exit = said.toLowerCase(Locale.ROOT).contains("exit");
    for (Map.Entry<String, String> field : fields.entrySet()) {
      boolean code = field.getKey().matches("(?i)exit_?(?:code|status)") || exit;
      if (code
          && field.getKey().matches("(?i)(?:exit_?)?(?:code|status)")
          && field.getValue().matches("-?[1-9]\\d{0,9}")) {
        return field.getKey();
      }
      if (DOWN.matcher(field.getValue()).matches()
          && !DIRECTION.matcher(field.getKey()).matches()) {
        return field.getKey();
      }
      if (field.getValue().matches("[1-9]\\d{0,8}")
          && COUNT_FIELD.matcher(field.getKey()).matches()) {
        return field.getKey();
      }
    }
    return null;
  }
}
