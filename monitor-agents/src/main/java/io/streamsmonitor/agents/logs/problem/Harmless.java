package io.streamsmonitor.agents.logs.problem;

import java.util.regex.Pattern;

/**
 * Lines that as a whole mean no failure, whatever words they use. What a single word means where it
 * stands is for {@link Negations}.
 */
final class Harmless {
  private static final int LONGEST = 600;

  /** A line says early on that all is well, or not at all. */
  private static final int BEGINNING = 400;

  /** {@code no errors}, {@code succeeded after 3 attempts}: said of itself, at whatever level. */
  private static final Pattern WELL =
      Pattern.compile(
          "(?i).*(?:\\berrors?\\b.{0,40}\\bcorrected|corrected (?:\\w+ )?errors?|\\blink ok\\b|\\bno errors?\\b|\\bwithout errors?\\b"
              + "|\\bsucceeded (?:after|on (?:attempt|retry|the))|success(?:fully)? (?:after|recovered)|\\b(?:forbidden|denied) by rule\\b).*",
          Pattern.DOTALL);

  private static final Pattern ADVICE =
      Pattern.compile(
          "(?i)\\b(?:recommended (?:value|setting|to)|is recommended|(?:should|must) be (?:set|enabled|disabled|increased|at least)\\b"
              + "|(?:please )?consider (?:setting|using|enabling|increasing|adding|upgrading)|you can (?:change|set|tune|disable) "
              + "|to speed up|for (?:better|best|optimal) performance|(?:config(?:uration)?|startup) ?: (?:missing|no) )");

  private static final Pattern SHOWN =
      Pattern.compile("^\\s*[$+] \\S.*|^\\[Pipeline\\] .*|.*\\bCMD \\(.*", Pattern.DOTALL);

  private static final Pattern PASSED =
      Pattern.compile(
          "^\\s*(?:-+ )?PASS(?:ED)?\\b.*|.*\\s(?:DONE|PASSED)\\s*$|.*\\((?:0 errors?|0 failures?)\\b.*",
          Pattern.DOTALL);

  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "(?:.*[\\s:])?(?:Not Found|Forbidden|Bad Request|Unauthorized|Method Not Allowed|Gone)\\b[^:]{0,60}: /\\S*\\s*",
          Pattern.DOTALL);

  private static final Pattern SET_UP =
      Pattern.compile(
          "(?i).*(?:\\b(?:dead[- ]letter|dlq|error|failure|retry|timeout|exception)\\b[^,;]{0,60}\\b(?:configured|registered|initiali[sz]ed|enabled|declared)\\b"
              + "|\\bregistered (?:beans?|handlers?|routes?)\\b|\\b(?:errors?|failures?) (?:collector|handler|reporter|queue)\\b"
              + "|\\bis (?:disabled|enabled) for\\b|\\bfor maintenance\\b|\\bstarting crash recovery\\b|\\bfail on \\w+:|\\bbut (?:are|is) not used\\b|\\bskip(?:ping)? (?:loading )?plugin\\b"
              + "|\\bconnection (?:was |is )?(?:restored|re-?established)\\b|\\bno (?:corruption|\\w+ failed)\\b).*",
          Pattern.DOTALL);

  /** News for the next release, however it is worded. */
  private static final Pattern DEPRECATED =
      Pattern.compile(
          "(?i)\\b(?:is|are|was|been) deprecated\\b|\\bdeprecat(?:ion|ed)[ _]?warning|\\bdeprecationwarning\\b");

  private Harmless() {}

  /** Whether the line says of itself that all is well: then its level counts for nothing. */
  static boolean allIsWell(String said) {
    return WELL.matcher(said.length() > BEGINNING ? said.substring(0, BEGINNING) : said).matches();
  }

  /**
   * Whether a line below ERROR tells of no event: advice, a command that is shown, what a client
   * asked for in vain, parts that were set up, tests that passed, news for the next release.
   */
  static boolean noEvent(String said) {
    if (DEPRECATED.matcher(said).find()) {
      return true;
    }
    return said.length() <= LONGEST
        && (ADVICE.matcher(said).find()
            || SHOWN.matcher(said).matches()
            || PASSED.matcher(said).matches()
            || ASKED_FOR.matcher(said).matches()
            || SET_UP.matcher(said).matches());
  }
}
