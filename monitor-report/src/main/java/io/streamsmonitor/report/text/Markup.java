package io.streamsmonitor.report.text;

/** Writes HTML and XML; the one place where text becomes markup, always escaped. */
public final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element; attributes as name, value, name, value. */
  public Markup open(String element, Object... attributes) {
    tag(element, attributes);
    out.append('>');
    return this;
  }

  /** An element without content, closed as XML does; HTML and SVG accept it. */
  public Markup empty(String element, Object... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  public Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  public Markup text(Object text) {
    escape(Visible.text(String.valueOf(text)), false);
    return this;
  }

  /** An element with nothing but text in it. */
  public Markup element(String element, Object text, Object... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** Markup that the product itself wrote, such as a style sheet; never text of strangers. */
  public Markup own(String markup) {
    out.append(markup);
    return this;
  }

  public Markup newline() {
    out.append('\n');
    return this;
  }

  private void tag(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(Visible.line(String.valueOf(attributes[i + 1])), true);
      out.append('"');
    }
  }

  /** Quotes end an attribute and nothing else; log lines in JSON are full of them. */
  private void escape(String text, boolean quotes) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append(quotes ? "&quot;" : "\"");
        case '\'' -> out.append(quotes ? "&#39;" : "'");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
