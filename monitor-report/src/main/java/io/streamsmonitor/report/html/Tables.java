package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.Requirement;
import io.streamsmonitor.report.Seen;
import io.streamsmonitor.report.ServiceCheck;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.List;

/** Drifts, roadmap, instrumentation, what went unseen, what to change. */
final class Tables implements HtmlPart {
  private static final int CELL = 240;

  /** Cells are text, or a finding for its id, or what was seen of a requirement. */
  private record Table(String id, String title, List<String> head, List<List<Object>> rows) {}

  @Override
  public void write(View view, Markup page) {
    SessionResult r = view.result();
    write(
        new Table(
            "drifts",
            "Config and documentation drifts",
            List.of("Finding", "Type", "Service", "Expected", "Actual", "Risk"),
            r.drifts().stream().map(Tables::drift).toList()),
        view,
        page);
    write(
        new Table(
            "roadmap",
            "Roadmap",
            List.of("Priority", "Finding", "What", "Where", "Effort", "Impact"),
            r.roadmap().stream().map(Tables::roadmap).toList()),
        view,
        page);
    List<String> head = new ArrayList<>(List.of("Service"));
    for (Requirement requirement : Requirement.values()) {
      head.add(requirement + ". " + requirement.title());
    }
    write(
        new Table(
            "observability",
            "Observability",
            head,
            r.checks().stream().map(Tables::check).toList()),
        view,
        page);
    write(
        new Table(
            "unseen",
            "What this session could not see",
            List.of("What", "Why"),
            r.gaps().stream().map(g -> List.<Object>of(g.what(), g.why())).toList()),
        view,
        page);
    write(
        new Table(
            "next",
            "Before the next session",
            List.of("Priority", "Change", "Gap it closes", "Agent", "Time"),
            r.improvements().stream()
                .map(
                    i -> List.<Object>of(i.priority(), i.change(), i.closes(), i.agent(), i.cost()))
                .toList()),
        view,
        page);
    Anchors.heading("again", "How to reproduce", page);
    page.element(
        "pre",
        """
        monitor report SESSION_FOLDER    this page and the other formats again
        monitor verify SESSION_FOLDER    every quote found again in its file
        monitor explain RULE             what a rule looks for, and why
        """);
  }

  private static void write(Table table, View view, Markup page) {
    Anchors.heading(table.id(), table.title(), page);
    if (table.rows().isEmpty()) {
      page.element("p", "Nothing.");
      return;
    }
    page.open(
        "div", "class", "scroll", "tabindex", 0, "role", "region", "aria-labelledby", table.id());
    page.open("table").open("thead").open("tr");
    table.head().forEach(cell -> page.element("th", cell, "scope", "col"));
    page.close("tr").close("thead").open("tbody").newline();
    int shown = Math.min(view.room().rows(), table.rows().size());
    for (List<Object> row : table.rows().subList(0, shown)) {
      page.open("tr");
      row.forEach(cell -> cell(cell, view, page));
      page.close("tr").newline();
    }
    page.close("tbody").close("table").close("div").newline();
    View.rest(table.rows().size() - shown, "in the JSON report", page);
  }

  private static void cell(Object cell, View view, Markup page) {
    if (cell instanceof Finding f) {
      page.open("td", "class", "i");
      view.id(f.findingId(), page);
      page.close("td");
    } else if (cell instanceof Seen seen) {
      page.element("td", words(seen), "class", seen);
    } else {
      page.element("td", Visible.cut(cell.toString(), CELL));
    }
  }

  private static String words(Seen seen) {
    return switch (seen) {
      case YES -> "✓ " + seen.words();
      case NO -> "✗ " + seen.words();
      case PARTLY -> "◐ " + seen.words();
      default -> seen.words();
    };
  }

  private static List<Object> drift(Finding f) {
    String service = f.service();
    String actual = f.text("actual").isEmpty() ? f.title() : f.text("actual");
    String risk = f.severity().name();
    String where = service == null ? "cross-service" : service;
    return List.of(f, f.category(), where, f.text("expected"), actual, risk);
  }

  private static List<Object> roadmap(Finding f) {
    String priority = f.severity().priority().substring(0, 2);
    String service = f.service();
    String where =
        f.locations().isEmpty()
            ? service == null ? "" : service
            : f.locations().get(0).toString().replaceFirst("^.*/", "");
    return List.of(priority, f, f.title(), where, effort(f), f.text("impact"));
  }

  private static String effort(Finding f) {
    return switch (f.text("effort")) {
      case "HOURS_2_4" -> "2–4 h";
      case "HOURS_4_8" -> "4–8 h";
      case "DAYS_1_2" -> "1–2 days";
      case "SPRINT" -> "a sprint";
      default -> "unknown";
    };
  }

  private static List<Object> check(ServiceCheck check) {
    List<Object> cells = new ArrayList<>(List.of(check.service()));
    for (Requirement requirement : Requirement.values()) {
      cells.add(check.of(requirement));
    }
    return cells;
  }
}
