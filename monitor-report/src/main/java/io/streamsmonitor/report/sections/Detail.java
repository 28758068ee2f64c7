package io.streamsmonitor.report.sections;

/**
 * How much a report says; what is cut is cut by severity, and said.
 *
 * @param findings shown in full
 * @param text characters of one quoted text
 * @param rows of one table
 * @param flows shown hop by hop
 * @param items of one priority of the roadmap
 * @param snippets whether code is shown
 */
public record Detail(int findings, int text, int rows, int flows, int items, boolean snippets) {
  public static final Detail FULL = new Detail(200, 4000, 500, 12, 200, true);

  /** Three quarters of it; {@link #least()} is as small as it gets. */
  public Detail less() {
    return new Detail(
        Math.max(3, findings * 3 / 4),
        Math.max(200, text * 3 / 4),
        Math.max(8, rows * 3 / 4),
        Math.max(2, flows * 3 / 4),
        Math.max(3, items * 3 / 4),
        snippets && text > 500);
  }

  public boolean least() {
    return less().equals(this);
  }
}
