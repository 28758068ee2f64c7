package io.streamsmonitor.agents.logs.trace;

import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;

/**
 * Follows one entry: says of the next line whether it goes on with the entry, may go on with it, or
 * begins another. A line of doubt is held back until the next one decides.
 */
final class TraceGrammar {
  /** The verdict on a line. */
  enum Step {
    JOIN,
    DOUBT,
    OTHER
  }

  private enum Mode {
    RECORD,
    HEAD,
    FRAMES,
    PYTHON,
    PYTHON_END,
    GO,
    RUST,
    PRELUDE
  }

  private final boolean record;
  private final boolean serious;
  private Mode mode;
  private boolean trace;
  private int braces;

  TraceGrammar(LogEvent first) {
    String text = first.text();
    record = first.time() != null || first.level() != null;
    // A structured line holds its trace inside; a bare trace that follows is another's.
    serious = first.atLeast(LogLevel.WARN) && !first.format().structured();
    mode = mode(first, text);
    trace = mode == Mode.PYTHON;
  }

  private static Mode mode(LogEvent first, String text) {
    if (first.format().structured()) {
      return Mode.RECORD;
    }
    String said = first.message();
    if (TraceSyntax.python(text) || TraceSyntax.python(said)) {
      return Mode.PYTHON;
    }
    if (TraceSyntax.goStart(text) || TraceSyntax.goStart(said)) {
      return Mode.GO;
    }
    if (TraceSyntax.rustStart(text)) {
      return Mode.RUST;
    }
    if (TraceSyntax.prelude(text)) {
      return Mode.PRELUDE;
    }
    boolean head = TraceSyntax.head(text) || TraceSyntax.head(said) || TraceSyntax.link(text);
    return head || TraceSyntax.frame(text) ? Mode.HEAD : Mode.RECORD;
  }

  /** Whether what was joined so far is a stack trace. */
  boolean trace() {
    return trace;
  }

  /** Whether the line that names the exception is still to come. */
  boolean halfway() {
    return mode == Mode.PYTHON || mode == Mode.PRELUDE;
  }

  Step next(LogEvent line) {
    String text = line.text();
    boolean foreign =
        line.format().structured() || (line.time() != null && !TraceSyntax.frame(text));
    if (foreign) {
      return Step.OTHER;
    }
    return switch (mode) {
      case RECORD -> afterRecord(line, text);
      case HEAD -> afterHead(line, text);
      case FRAMES -> afterFrames(line, text);
      case PYTHON -> inPython(text);
      case PYTHON_END -> afterPython(text);
      case GO -> inGo(line, text);
      case RUST -> inRust(line, text);
      case PRELUDE -> inPrelude(text);
    };
  }

  private Step afterRecord(LogEvent line, String text) {
    if (TraceSyntax.frame(text) || TraceSyntax.link(text)) {
      return frames(text);
    }
    if (serious && TraceSyntax.python(text)) {
      return traced(Mode.PYTHON);
    }
    if (serious && TraceSyntax.goStart(text)) {
      return traced(Mode.GO);
    }
    if (serious && line.level() == null && TraceSyntax.head(text)) {
      mode = Mode.HEAD;
      return Step.JOIN;
    }
    return line.level() == null && record && TraceSyntax.indented(text) && serious
        ? Step.JOIN
        : Step.OTHER;
  }

  private Step afterHead(LogEvent line, String text) {
    if (TraceSyntax.frame(text) || TraceSyntax.link(text) || opens(text)) {
      return frames(text);
    }
    // A message of several lines, if frames follow; blank lines and prose alike.
    return TraceSyntax.head(text) && line.format() != LineFormat.BLANK ? Step.OTHER : Step.DOUBT;
  }

  private static boolean opens(String text) {
    return text.matches("\\s+\\w+: .*[,{\\[]|\\s*\\{\\s*");
  }

  private Step frames(String text) {
    trace = true;
    mode =
        TraceSyntax.link(text) && !text.strip().startsWith("[CIRC") && braces == 0
            ? Mode.HEAD
            : Mode.FRAMES;
    count(text);
    return Step.JOIN;
  }

  private void count(String text) {
    String end = text.stripTrailing();
    if (end.endsWith("{") || end.endsWith("[")) {
      braces++;
    }
    String begin = text.strip();
    if (braces > 0 && (begin.startsWith("}") || begin.startsWith("]"))) {
      braces--;
    }
  }

  private Step afterFrames(LogEvent line, String text) {
    if (TraceSyntax.frame(text) || TraceSyntax.link(text)) {
      return frames(text);
    }
    if (braces > 0) {
      count(text);
      return Step.JOIN;
    }
    if (text.matches("Node\\.js v\\d+.*")) {
      return Step.JOIN;
    }
    if (TraceSyntax.pythonChain(text)) {
      return Step.JOIN;
    }
    return line.format() == LineFormat.BLANK ? Step.DOUBT : Step.OTHER;
  }

  private Step inPython(String text) {
    if (TraceSyntax.indented(text) || TraceSyntax.python(text)) {
      return Step.JOIN;
    }
    if (text.isBlank()) {
      return Step.DOUBT;
    }
    if (text.matches("[\\w.]+(: .*|\\s*)")) {
      mode = Mode.PYTHON_END;
      return Step.JOIN;
    }
    return Step.OTHER;
  }

  private Step afterPython(String text) {
    if (TraceSyntax.pythonChain(text)) {
      mode = Mode.PYTHON;
      return Step.JOIN;
    }
    if (TraceSyntax.python(text)) {
      return traced(Mode.PYTHON);
    }
    return text.isBlank() ? Step.DOUBT : Step.OTHER;
  }

  private Step inGo(LogEvent line, String text) {
    if (TraceSyntax.go(text) && line.level() == null) {
      trace = true;
      return Step.JOIN;
    }
    return text.isBlank() || !trace ? Step.DOUBT : Step.OTHER;
  }

  private Step inRust(LogEvent line, String text) {
    if (TraceSyntax.rust(text)) {
      trace = true;
      return Step.JOIN;
    }
    return line.level() == null && !trace ? Step.DOUBT : Step.OTHER;
  }

  private Step inPrelude(String text) {
    if (TraceSyntax.head(text)) {
      mode = Mode.HEAD;
      return Step.JOIN;
    }
    return TraceSyntax.frame(text) ? frames(text) : Step.DOUBT;
  }

  private Step traced(Mode next) {
    trace = true;
    mode = next;
    return Step.JOIN;
  }
}
