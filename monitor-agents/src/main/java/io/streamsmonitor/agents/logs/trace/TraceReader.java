package io.streamsmonitor.agents.logs.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of one trace into its chain of exceptions. */
final class TraceReader {
  private static final Pattern LINK =
      Pattern.compile("\\s*(?:Caused by|Suppressed|Wrapped by|\\[cause\\]|--->):?\\s+(.*)");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:^|[\\s:(>\\]])((?:[\\w$-]+[./])*[\\w$]*(?:Exception|Error|Throwable|Failure|Fault|ThreadDeath|Interrupt"
              + "|StopIteration|KeyboardInterrupt|SystemExit))(?: \\[[\\w-]+\\])?(?::\\s*(.*)|\\s*$|[\\s,)])");
  private static final Pattern THREAD =
      Pattern.compile("Exception in thread \"[^\"]*\" |Uncaught |Unhandled exception[.:] ");
  private static final Pattern SIBLINGS = Pattern.compile("\\s*\\[errors\\]: \\[\\s*");
  private static final Pattern AT = Pattern.compile("\\s*at (.+)");
  private static final Pattern PYTHON =
      Pattern.compile("\\s*\\|?\\s*File \"([^\"]+)\", line (\\d+), in (.+)");
  private static final Pattern RUBY = Pattern.compile("\\s+(?:\\d+: )?from (.+)");
  private static final Pattern PHP = Pattern.compile("#\\d+ (.+)");
  private static final Pattern GO = Pattern.compile("([\\w./*()\\[\\],·%{}$-]+)\\(.*\\)\\s*");
  private static final Pattern CHANGING =
      Pattern.compile(
          "\\$\\$?Lambda[^(]*|@[0-9a-f]{4,}|0x[0-9a-f]+|\\$\\d+|\\$\\$[\\w$]+|\\?[\\w=.-]+");

  private final List<StackTrace.Link> links = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();
  private String type = "";
  private String message = "";
  private boolean python;
  private boolean siblings;

  StackTrace read(List<String> lines) {
    lines.forEach(this::line);
    close();
    if (links.isEmpty()) {
      links.add(new StackTrace.Link("", lines.isEmpty() ? "" : lines.get(0).strip(), List.of()));
    }
    return new StackTrace(links, !python);
  }

  private void line(String text) {
    Matcher py = PYTHON.matcher(text);
    if (TraceSyntax.python(text)) {
      python = true;
    } else if (py.matches()) {
      // Python lists the outermost call first.
      frames.add(0, normal(py.group(3) + " (" + py.group(1) + ":" + py.group(2) + ")"));
    } else if (python && !TraceSyntax.indented(text) && TraceSyntax.pythonChain(text)) {
      close();
    } else if (python
        && !frames.isEmpty()
        && text.matches("\\s*\\|?\\s*[A-Za-z_][\\w.]*(: .*)?")
        && !TraceSyntax.indented(text)) {
      int colon = text.indexOf(": ");
      type = (colon < 0 ? text : text.substring(0, colon)).strip();
      message = colon < 0 ? "" : text.substring(colon + 2);
    } else if (!frame(text)) {
      exception(text);
    }
  }

  private boolean frame(String text) {
    for (Pattern pattern : List.of(AT, RUBY, PHP)) {
      Matcher m = pattern.matcher(text);
      if (m.matches()) {
        frames.add(normal(m.group(1)));
        return true;
      }
    }
    Matcher go = GO.matcher(text);
    if (type.equals("panic") && go.matches()) {
      frames.add(normal(go.group(1)));
      return true;
    }
    return false;
  }

  private void exception(String text) {
    Matcher link = LINK.matcher(text);
    if (text.contains("[CIRCULAR REFERENCE")) {
      return;
    }
    if (SIBLINGS.matcher(text).matches()) {
      siblings = true;
    } else if (siblings && TraceSyntax.head(text.strip())) {
      close();
      named(text.strip());
    } else if (link.matches()) {
      close();
      named(link.group(1));
    } else if (text.startsWith("panic: ") || text.startsWith("fatal error: ")) {
      type = "panic";
      message = text.substring(text.indexOf(": ") + 2);
    } else if (type.isEmpty() && frames.isEmpty()) {
      named(text);
    }
  }

  private void named(String said) {
    String text = THREAD.matcher(said).replaceFirst("");
    Matcher m = TYPE.matcher(text);
    if (m.find()) {
      type = m.group(1);
      message = m.group(2) == null ? "" : m.group(2);
    } else if (links.isEmpty() && message.isEmpty()) {
      message = text.strip();
    } else if (!links.isEmpty()) {
      int colon = text.indexOf(": ");
      type = colon < 0 ? text : text.substring(0, colon);
    }
  }

  private void close() {
    if (!type.isEmpty() || !frames.isEmpty()) {
      links.add(new StackTrace.Link(type, message, frames));
    }
    type = "";
    message = "";
    frames.clear();
  }

  private static String normal(String frame) {
    return CHANGING.matcher(frame.strip()).replaceAll("");
  }
}
