package io.streamsmonitor.report.text;

/** What may stand in a Mermaid diagram. */
public final class Mermaid {
  /** Characters of one diagram that every forge draws. */
  public static final int LIMIT = 5_000;

  private static final int LABEL = 40;

  private Mermaid() {}

  /** Nothing but letters, digits and a few harmless signs ever stands in a label. */
  public static String label(String text) {
    return label(text, LABEL);
  }

  /** The same, cut at {@code longest} characters. */
  public static String label(String text, int longest) {
    String safe = text.replaceAll("[^\\p{L}\\p{N} _.,:/-]", "_");
    return safe.length() > longest ? safe.substring(0, longest) + "…" : safe;
  }
}
