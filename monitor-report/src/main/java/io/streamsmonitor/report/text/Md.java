package io.streamsmonitor.report.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of strangers in Markdown: it shows as it is and does nothing. No link, mention, heading,
 * table border, HTML or formula comes out of it, on GitHub and Gitea alike.
 */
public final class Md {
  /** What renderers turn into links, mentions or formulas even when escaped. */
  private static final Pattern LIVE =
      Pattern.compile("(?i)[@$]|://|www\\.|(^|\\W)#\\d|\\bGH-\\d|mailto:|xmpp:");

  private static final Pattern SPAN = Pattern.compile("`([^`\\n]{1,200})`");
  private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
  private static final String SPECIAL = "\\`*[]<>~&";

  /** Longer words on one line push everything else off the page. */
  private static final int PROSE = 1_500;

  private static final int CODE = 400;

  private Md() {}

  /** Words in a paragraph, a list item or a heading, on one line. */
  public static String prose(String text) {
    return prose(text, false);
  }

  /** Words in a table cell. */
  public static String cell(String text) {
    return prose(text, true);
  }

  /** A name or a value as code, on one line. */
  public static String code(String text) {
    return span(Visible.line(Visible.cut(text, CODE)));
  }

  /** A name or a value as code in a table cell. */
  public static String codeCell(String text) {
    return span(Visible.line(Visible.cut(text, CODE)).replace("|", "\\x7c"));
  }

  /** A block of code; the fence is longer than any run of backticks in the text. */
  public static String fence(String language, String text) {
    String body = Visible.text(text);
    String fence = "`".repeat(Math.max(3, longestRun(body) + 1));
    return fence + language + "\n" + body + (body.endsWith("\n") ? "" : "\n") + fence + "\n";
  }

  private static String prose(String text, boolean cell) {
    String line = Visible.line(Visible.cut(text, cell ? CODE : PROSE));
    StringBuilder out = new StringBuilder(line.length() + 16);
    Matcher spans = SPAN.matcher(line);
    int from = 0;
    while (spans.find()) {
      words(line.substring(from, spans.start()), cell, out);
      out.append(cell ? codeCell(spans.group(1)) : code(spans.group(1)));
      from = spans.end();
    }
    words(line.substring(from), cell, out);
    return start(out.toString());
  }

  private static void words(String text, boolean cell, StringBuilder out) {
    String between = "";
    for (String word : text.split(" ", -1)) {
      out.append(between);
      if (LIVE.matcher(word).find()) {
        out.append(cell ? codeCell(word) : code(word));
      } else {
        escape(word, out);
      }
      between = " ";
    }
  }

  private static void escape(String word, StringBuilder out) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '|') {
        out.append("&#124;");
      } else {
        if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !inside(word, i))) {
          out.append('\\');
        }
        out.append(c);
      }
    }
  }

  private static boolean inside(String word, int i) {
    return i > 0
        && i < word.length() - 1
        && Character.isLetterOrDigit(word.charAt(i - 1))
        && Character.isLetterOrDigit(word.charAt(i + 1));
  }

  /** What would open a list, a heading or a rule at the start of a line is escaped there. */
  private static String start(String line) {
    if (!line.isEmpty() && "-+=#".indexOf(line.charAt(0)) >= 0) {
      return "\\" + line;
    }
    return LIST_NUMBER.matcher(line).replaceFirst("$1\\\\$2");
  }

  private static String span(String text) {
    if (text.isEmpty()) {
      return "–";
    }
    String ticks = "`".repeat(longestRun(text) + 1);
    String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return ticks + pad + text + pad + ticks;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
