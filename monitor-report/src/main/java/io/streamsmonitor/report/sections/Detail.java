package io.streamsmonitor.report.sections;

import java.util.List;

/**
 * How much a report says; what is cut is cut by severity, and said.
 *
 * @param findings shown in full
 * @param text characters of one quoted text
 * @param rows of one table
 * @param flows shown event by event
 * @param items of P0 and of P1 in the roadmap
 * @param later items of P2
 * @param last items of P3
 * @param snippets whether code is shown
 */
public record Detail(
    int findings, int text, int rows, int flows, int items, int later, int last, boolean snippets) {
  /** From everything to the least; what matters least goes first. */
  public static final List<Detail> LADDER =
      List.of(
          new Detail(200, 4000, 500, 12, 200, 200, 200, true),
          new Detail(200, 4000, 300, 8, 200, 200, 20, true),
          new Detail(200, 3000, 200, 6, 200, 100, 5, true),
          new Detail(200, 2000, 100, 4, 200, 40, 2, true),
          new Detail(200, 1500, 80, 4, 100, 15, 1, true),
          new Detail(200, 1200, 60, 3, 60, 8, 1, true),
          new Detail(150, 1000, 50, 3, 40, 6, 1, true),
          new Detail(100, 800, 40, 2, 30, 5, 1, false),
          new Detail(70, 700, 32, 2, 20, 5, 1, false),
          new Detail(50, 600, 24, 2, 15, 4, 1, false),
          new Detail(35, 500, 20, 2, 12, 4, 1, false),
          new Detail(25, 400, 16, 2, 8, 3, 1, false),
          new Detail(15, 350, 12, 2, 6, 3, 1, false),
          new Detail(8, 300, 10, 1, 5, 2, 1, false),
          new Detail(3, 200, 8, 1, 3, 1, 1, false));

  public static final Detail FULL = LADDER.get(0);
}
