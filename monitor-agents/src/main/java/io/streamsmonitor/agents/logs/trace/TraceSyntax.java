package io.streamsmonitor.agents.logs.trace;

import java.util.regex.Pattern;

/** What lines of stack traces look like, in the languages that print them. */
final class TraceSyntax {
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s+at .+|\\s*at [\\w$.<>/ \\[\\]]+\\(.*\\).*|\\s*\\.\\.\\. \\d+ (?:more|common frames omitted).*"
              + "|\\s+from .+:\\d+:in .+|\\s+\\d+: from .+|\\s*- (?:locked|waiting).*"
              + "|\\s*--- End of .*|\\s*---> .+|#\\d+ .*\\(\\d+\\): .+|#\\d+ \\{main\\}.*|#\\d+ \\[internal function\\]: .+|\\s+thrown (?:in|at) .+"
              + "|\\s+(?:\\||File \").*");
  private static final Pattern LINK =
      Pattern.compile(
          "\\s*(?:Caused by|Suppressed|Wrapped by): .+|\\s*\\[(?:CIRCULAR REFERENCE|cause|errors|stacktrace|previous exception)\\b.*|Stack trace:"
              + "|\\s*\\[CIRCULAR.*");
  private static final Pattern HEAD =
      Pattern.compile(
          "(?:Exception in thread \"[^\"]*\" |Uncaught |Unhandled exception[.:] |Unhandled Exception: )?"
              + "(?:[\\w$-]+[./])*[\\w$]*(?:Exception|Error|Throwable|Failure|Fault|ThreadDeath|Interrupt)"
              + "(?: \\[[\\w-]+\\])?(?:: .*)?\\s*");
  private static final Pattern PYTHON =
      Pattern.compile(".*Traceback \\(most recent call last\\):\\s*");
  private static final Pattern PYTHON_CHAIN =
      Pattern.compile(
          "(?:During handling of the above exception|The above exception was the direct).*");
  private static final Pattern GO_START =
      Pattern.compile("(?:panic|fatal error): .*|.*goroutine \\d+ \\[.*\\]:");
  private static final Pattern GO =
      Pattern.compile(
          "goroutine \\d+ .*|\\t.*|created by .+|\\[signal .*|panic: .*|\\s+panic: .*|exit status \\d+"
              + "|runtime\\.\\w+.*|[\\w./*()\\[\\],·%{}$-]+\\(.*\\)\\s*|r\\d+ +0x.*|[re][a-z]{1,2} +0x.*"
              + "|\\.\\.\\..*frames elided.*");
  private static final Pattern RUST_START =
      Pattern.compile("thread '.*' (?:\\(\\d+\\) )?panicked at .*");
  private static final Pattern RUST =
      Pattern.compile("note: .*|stack backtrace:|\\s+\\d+: .*|\\s+at .*");
  private static final Pattern PRELUDE =
      Pattern.compile("(?:/|node:|file://|[A-Z]:\\\\)\\S*:\\d+\\s*");

  private TraceSyntax() {}

  static boolean frame(String text) {
    return FRAME.matcher(text).matches() && !text.isBlank();
  }

  /** One more exception of the chain. */
  static boolean link(String text) {
    return LINK.matcher(text).matches();
  }

  /** A line that is an exception and its message, and nothing else. */
  static boolean head(String text) {
    return HEAD.matcher(text).matches();
  }

  static boolean python(String text) {
    return PYTHON.matcher(text).matches();
  }

  static boolean pythonChain(String text) {
    return PYTHON_CHAIN.matcher(text).matches();
  }

  static boolean goStart(String text) {
    return GO_START.matcher(text).matches();
  }

  static boolean go(String text) {
    return GO.matcher(text).matches();
  }

  static boolean rustStart(String text) {
    return RUST_START.matcher(text).find();
  }

  static boolean rust(String text) {
    return RUST.matcher(text).matches();
  }

  /** Node prints where it was thrown before what was thrown. */
  static boolean prelude(String text) {
    return PRELUDE.matcher(text).matches();
  }

  static boolean indented(String text) {
    return !text.isBlank() && Character.isWhitespace(text.charAt(0));
  }
}
