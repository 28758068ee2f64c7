package io.streamsmonitor.agents.logs.problem;

import java.util.regex.Pattern;

/**
 * Lines below ERROR that tell of no event, whatever words they use: advice, commands that are
 * shown, what a client asked for in vain, parts that were set up, tests that passed.
 */
final class Harmless {
  private static final int LONGEST = 600;

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

  private Harmless() {}

  static boolean is(String said) {
    if (said.length() > LONGEST) {
      return false;
    }
    return ADVICE.matcher(said).find()
        || SHOWN.matcher(said).matches()
        || PASSED.matcher(said).matches()
        || ASKED_FOR.matcher(said).matches()
        || SET_UP.matcher(said).matches();
  }
}
