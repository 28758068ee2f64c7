package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.text.MarkdownPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tables of at most so many rows, with a line for the rest. */
final class Listing {
  private Listing() {}

  static <T> void table(
      MarkdownPage page,
      List<String> head,
      List<T> all,
      int limit,
      String where,
      Function<T, List<String>> row) {
    List<List<String>> rows = new ArrayList<>();
    all.stream().limit(limit).map(row).forEach(rows::add);
    page.table(head, rows);
    rest(page, all.size(), limit, where);
  }

  /** Says how many are not shown, and where they are. */
  static void rest(MarkdownPage page, int all, int shown, String where) {
    if (all > shown) {
      page.paragraph(
          "*… and " + (all - shown) + " more, cut by severity; all are in `" + where + "`.*");
    }
  }
}
