package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.Requirement;
import io.streamsmonitor.report.ServiceCheck;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.List;

/** Drifts, roadmap, instrumentation, what went unseen, what to change. */
final class Tables implements HtmlPart {
  private static final int CELL = 240;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    table(
        "drifts",
        "Config and documentation drifts",
        List.of("Type", "Service", "Expected", "Actual", "Risk"),
        r.drifts().stream().map(Tables::drift).toList(),
        room,
        page);
    table(
        "roadmap",
        "Roadmap",
        List.of("Priority", "Finding", "What", "Effort", "Impact"),
        r.roadmap().stream().map(Tables::roadmap).toList(),
        room,
        page);
    List<String> head = new ArrayList<>(List.of("Service"));
    for (Requirement requirement : Requirement.values()) {
      head.add(requirement + ". " + requirement.title());
    }
    table(
        "observability",
        "Observability",
        head,
        r.checks().stream().map(Tables::check).toList(),
        room,
        page);
    table(
        "unseen",
        "What this session could not see",
        List.of("What", "Why"),
        r.gaps().stream().map(g -> List.of(g.what(), g.why())).toList(),
        room,
        page);
    table(
        "next",
        "Before the next session",
        List.of("Priority", "Change", "Gap it closes", "Agent", "Time"),
        r.improvements().stream()
            .map(i -> List.of(i.priority(), i.change(), i.closes(), i.agent(), i.cost()))
            .toList(),
        room,
        page);
    page.element("h2", "How to reproduce");
    page.element("pre", "monitor report <this folder>\nmonitor verify <this folder>\n");
  }

  private static void table(
      String id, String title, List<String> head, List<List<String>> rows, Room room, Markup page) {
    Anchors.heading(id, title, page);
    if (rows.isEmpty()) {
      page.element("p", "Nothing.");
      return;
    }
    page.open("div", "class", "scroll").open("table").open("tr");
    head.forEach(cell -> page.element("th", cell, "scope", "col"));
    page.close("tr").newline();
    for (List<String> row : rows.stream().limit(room.rows()).toList()) {
      page.open("tr");
      row.forEach(cell -> page.element("td", Visible.cut(cell, CELL)));
      page.close("tr").newline();
    }
    page.close("table").close("div").newline();
    if (rows.size() > room.rows()) {
      page.element("p", (rows.size() - room.rows()) + " more in the JSON report.", "class", "mute");
    }
  }

  private static List<String> drift(Finding f) {
    String service = f.service();
    String actual = f.text("actual").isEmpty() ? f.title() : f.text("actual");
    return List.of(
        f.category() + " " + f.findingId(),
        service == null ? "cross-service" : service,
        f.text("expected"),
        actual,
        f.severity().name());
  }

  private static List<String> roadmap(Finding f) {
    String priority = f.severity().priority().substring(0, 2);
    return List.of(priority, f.findingId(), f.title(), f.text("effort"), f.text("impact"));
  }

  private static List<String> check(ServiceCheck check) {
    List<String> cells = new ArrayList<>(List.of(check.service()));
    for (Requirement requirement : Requirement.values()) {
      cells.add(check.of(requirement).words());
    }
    return cells;
  }
}
