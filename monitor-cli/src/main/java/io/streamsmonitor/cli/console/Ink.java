package io.streamsmonitor.cli.console;

import io.streamsmonitor.core.finding.Severity;

/** Colours, where there are any. Text alone always says the same. */
public record Ink(boolean coloured) {

  /** The severity's name in its colour. */
  public String severity(Severity severity) {
    return severity(severity, severity.name());
  }

  /** A word in the colour of the severity. */
  String severity(Severity severity, String word) {
    return paint(
        switch (severity) {
          case CRITICAL -> "1;31";
          case HIGH -> "31";
          case MEDIUM -> "33";
          case LOW -> "36";
          case INFO -> "2";
        },
        word);
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** The text without anything that a terminal would obey, on one line. */
  public static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean hidden = Character.isISOControl(c) || type == Character.FORMAT;
              if (c == '\n') {
                out.append(' ');
              } else if (hidden) {
                out.append(String.format("\\x%02X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
