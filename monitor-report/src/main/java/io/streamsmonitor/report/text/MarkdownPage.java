package io.streamsmonitor.report.text;

import java.util.Collections;
import java.util.List;

/**
 * A page of Markdown that is written from top to bottom. What it takes is Markdown already: text of
 * strangers goes through {@link Md} first.
 */
public final class MarkdownPage {
  private final StringBuilder out = new StringBuilder();

  public MarkdownPage heading(int level, String text) {
    gap();
    out.append("#".repeat(level)).append(' ').append(text).append("\n\n");
    return this;
  }

  public MarkdownPage paragraph(String text) {
    gap();
    out.append(text).append("\n\n");
    return this;
  }

  public MarkdownPage bullet(String text) {
    out.append("- ").append(text).append('\n');
    return this;
  }

  /** An item below the last one. */
  public MarkdownPage nested(String text) {
    out.append("  - ").append(text).append('\n');
    return this;
  }

  /** A numbered item; all may say 1, renderers count. */
  public MarkdownPage item(int number, String text) {
    out.append(number).append(". ").append(text).append('\n');
    return this;
  }

  /** Ends a list. */
  public MarkdownPage end() {
    gap();
    return this;
  }

  public MarkdownPage table(List<String> head, List<List<String>> rows) {
    gap();
    row(head);
    row(Collections.nCopies(head.size(), "---"));
    rows.forEach(this::row);
    out.append('\n');
    return this;
  }

  /** A block of foreign text or code. */
  public MarkdownPage fence(String language, String text) {
    gap();
    out.append(Md.fence(language, text)).append('\n');
    return this;
  }

  public int length() {
    return out.length();
  }

  private void row(List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void gap() {
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) != '\n') {
      out.append("\n\n");
    } else if (length > 1 && out.charAt(length - 2) != '\n') {
      out.append('\n');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
