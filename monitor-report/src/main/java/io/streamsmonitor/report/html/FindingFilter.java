package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.text.Markup;
import java.util.List;
import java.util.TreeSet;

/**
 * Boxes that hide the findings of a severity or of an agent; the style sheet does it, so they work
 * without script. Agents go by numbers there: one may have any name.
 */
final class FindingFilter {
  private static final int AGENTS = 8;

  private final List<Finding> shown;
  private final List<String> agents;

  FindingFilter(List<Finding> shown) {
    this.shown = shown;
    this.agents = List.copyOf(new TreeSet<>(shown.stream().map(Finding::agentId).toList()));
  }

  void write(Markup page) {
    page.open("fieldset", "id", "filter").element("legend", "Show");
    for (Severity s : Severity.values()) {
      long count = shown.stream().filter(f -> f.severity() == s).count();
      if (count > 0) {
        box(of(s), s.name() + " " + count, s.name(), page);
      }
    }
    for (int i = 0; i < Math.min(AGENTS, agents.size()); i++) {
      String agent = agents.get(i);
      long count = shown.stream().filter(f -> by(f).equals(by(agent))).count();
      boolean rest = i == AGENTS - 1 && agents.size() > AGENTS;
      box(by(agent), (rest ? "other agents" : View.name(agent)) + " " + count, "", page);
    }
    page.close("fieldset").newline();
  }

  /** The class of a severity's findings. */
  static String of(Severity severity) {
    return "of-" + severity;
  }

  /** The class of the finding's agent. */
  String by(Finding f) {
    return by(f.agentId());
  }

  private String by(String agent) {
    return "a" + Math.min(AGENTS - 1, agents.indexOf(agent));
  }

  private static void box(String id, String words, String kind, Markup page) {
    if (kind.isEmpty()) {
      page.open("label");
    } else {
      page.open("label", "class", kind);
    }
    page.empty("input", "type", "checkbox", "checked", "checked", "id", id);
    page.text(words).close("label");
  }
}
