package io.streamsmonitor.agents.config.docs;

import java.util.List;
import java.util.Locale;

/**
 * A table of a page.
 *
 * @param header cells in lower case without marks
 * @param headings that the table stands under, innermost first
 */
public record DocTable(List<String> header, List<Row> rows, List<Heading> headings, int line) {

  /** A row; cells keep their marks. */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell, or "". */
    public String cell(int index) {
      return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }
  }

  /** A heading over the table. */
  public record Heading(int line, int level, String text) {}

  public DocTable {
    header = header.stream().map(h -> plain(h).toLowerCase(Locale.ROOT)).toList();
    rows = List.copyOf(rows);
    headings = List.copyOf(headings);
  }

  /** The first column whose header is one of these, or -1. */
  public int column(List<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** A cell's text without links, ticks and emphasis. */
  public static String plain(String cell) {
    return cell.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .replaceAll("[`*]|(?<!\\w)_|_(?!\\w)", "")
        .strip();
  }
}
